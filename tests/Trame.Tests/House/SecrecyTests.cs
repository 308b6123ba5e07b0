using FsCheck;
using FsCheck.Fluent;
using Trame.Observe.Home;

namespace Trame.Tests.House;

/// <summary>
/// R5: what is hidden stays hidden from whoever can subtract. An attacker sees the cells that are shown, which are hidden, and the total when it is
/// told; knows that a hidden cell is at least one and, when nothing else had to be hidden with them, that all are below the threshold. Every table that
/// agrees with this is listed, and each hidden cell must have several possible values among them.
/// </summary>
public sealed class SecrecyTests
{
    private const int Threshold = 4;
    private const int Most = 9;

    [Fact]
    public void A_hidden_cell_cannot_be_found_by_subtraction() => Prop.ForAll(Tables, counts => SecrecyHolds(counts, SmallCells.Hidden(counts, Threshold))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_count_below_the_threshold_is_shown() => Prop.ForAll(Tables, counts =>
    {
        var hidden = SmallCells.Hidden(counts, Threshold);
        return counts.Index().All(c => c.Item is 0 or >= Threshold || hidden.Contains(c.Index));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hiding_the_small_cell_alone_is_caught() => SecrecyHolds([2, 7, 8], new HashSet<int> { 0 }).ShouldBeFalse();

    [Theory]
    [InlineData(1, 1, 1, 1, 9)] // four ones sum to four
    [InlineData(3, 3, 8, 9, 9)] // two threes sum to the most that two small cells can
    public void Cells_that_their_sum_gives_away_are_joined_by_another(params int[] counts) => SmallCells.Hidden(counts, Threshold).Count.ShouldBeGreaterThan(counts.Count(c => c < Threshold));

    [Fact]
    public void The_usual_threshold_is_eleven() => new Trame.Foundation.Spaces.SpaceSettings().SecrecyThreshold.ShouldBe(11);

    private static Arbitrary<int[]> Tables => Gen.Choose(0, Most).ArrayOf(4).ToArbitrary();

    private static bool SecrecyHolds(int[] counts, IReadOnlySet<int> hidden)
    {
        if (hidden.Count == 0 || !SmallCells.MayTellTotal(counts, Threshold)) return true; // nothing to subtract from
        var cells = hidden.Order().ToList();
        var alike = Sums(cells.Count, cells.Sum(c => counts[c])).Where(values => !cells.All(c => counts[c] < Threshold) || values.All(v => v < Threshold)).ToList();
        return Enumerable.Range(0, cells.Count).All(cell => alike.Select(values => values[cell]).Distinct().Count() > 1);
    }

    // Every way to share a sum among so many hidden cells; a zero is never hidden.
    private static IEnumerable<int[]> Sums(int cells, int sum) => cells == 1
        ? sum > 0 ? [[sum]] : []
        : Enumerable.Range(1, Math.Max(0, sum - 1)).SelectMany(first => Sums(cells - 1, sum - first).Select(rest => (int[])[first, .. rest]));
}
