using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Privacy;

namespace Trame.Tests.Foundation.Privacy;

public sealed class SmallCellsTests
{
    [Fact]
    public void A_single_small_cell_takes_another_with_it() => // 4 alone would be the total less the others
        SmallCells.Hidden([4, 20, 30, 0], 11).ShouldBe([0, 1], ignoreOrder: true);

    [Fact]
    public void Two_small_cells_that_do_not_reach_the_threshold_take_a_third() =>
        SmallCells.Hidden([1, 2, 15, 40], 11).ShouldBe([0, 1, 2], ignoreOrder: true);

    [Fact]
    public void Nothing_small_nothing_hidden() => SmallCells.Hidden([0, 11, 12], 11).ShouldBeEmpty();

    [Fact]
    public void The_total_minus_what_is_shown_never_gives_one_household_away() =>
        Prop.ForAll(Counts().ToArbitrary(), counts =>
        {
            var hidden = SmallCells.Hidden(counts, 11);
            var smallShown = counts.Where((c, i) => c is > 0 and < 11 && !hidden.Contains(i));
            var rest = hidden.Sum(i => counts[i]); // what anyone can compute from the total and the cells shown
            var everything = hidden.Count == counts.Count(c => c > 0);
            return !smallShown.Any() && (hidden.Count == 0 || everything || (hidden.Count >= 2 && rest >= 11));
        }).QuickCheckThrowOnFailure();

    private static Gen<int[]> Counts() => Gen.Choose(0, 40).ArrayOf(12);
}
