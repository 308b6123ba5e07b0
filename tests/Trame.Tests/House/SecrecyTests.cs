using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Privacy;

namespace Trame.Tests.House;

/// <summary>
/// R5: what is hidden stays hidden from whoever can subtract. An attacker sees the cells that are shown, which are hidden, and the total when it is
/// told; and knows the rule. Every table that the rule would have shown in the same way is listed, and each hidden cell must have several possible
/// values among them.
/// </summary>
public sealed class SecrecyTests
{
    private const int Threshold = 4;
    private const int Most = 9;

    [Fact]
    public void A_hidden_cell_cannot_be_found_by_who_knows_the_rule() => Found(c => [.. SmallCells.Hidden(c, Threshold)]).ShouldBeEmpty();

    [Theory]
    [InlineData(5, 5, 3)]
    [InlineData(3, 5, 5)]
    [InlineData(7, 4, 4, 1)]
    [InlineData(9, 9, 9, 3)]
    public void Equal_cells_are_hidden_together(params int[] counts)
    {
        var hidden = SmallCells.Hidden(counts, Threshold);
        counts.Index().GroupBy(c => c.Item).ShouldAllBe(equals => equals.Select(c => hidden.Contains(c.Index)).Distinct().Count() == 1);
    }

    [Fact]
    public void No_count_below_the_threshold_is_shown() => Prop.ForAll(Tables, counts =>
    {
        var hidden = SmallCells.Hidden(counts, Threshold);
        return counts.Index().All(c => c.Item is 0 or >= Threshold || hidden.Contains(c.Index));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hiding_the_small_cells_alone_is_caught() => Found(Small).ShouldContain("2 7 8 9");

    [Fact]
    public void Hiding_the_first_of_two_equal_cells_is_caught() => Found(InOrderOfTheList).ShouldContain("5 5 3 0");

    [Theory]
    [InlineData(1, 1, 1, 1, 9)] // four ones sum to four
    [InlineData(3, 3, 8, 9, 9)] // two threes sum to the most that two small cells can
    public void Cells_that_their_sum_gives_away_are_joined_by_another(params int[] counts) => SmallCells.Hidden(counts, Threshold).Count.ShouldBeGreaterThan(counts.Count(c => c < Threshold));

    [Fact]
    public void The_usual_threshold_is_eleven() => new Trame.Foundation.Spaces.SpaceSettings().SecrecyThreshold.ShouldBe(11);

    private static Arbitrary<int[]> Tables => Gen.Choose(0, Most).ArrayOf(4).ToArbitrary();

    // Tables of four counts that an attacker reads through: among all that are published alike, a hidden cell has one value only.
    private static IReadOnlyList<string> Found(Func<int[], HashSet<int>> rule)
    {
        var values = Enumerable.Range(0, Most + 1).ToList();
        var tables = from a in values from b in values from c in values from d in values select (int[])[a, b, c, d];
        var alike = tables.Where(t => SmallCells.MayTellTotal(t, Threshold)).Select(t => (Table: t, Hidden: rule(t)))
            .GroupBy(t => $"{string.Join(' ', t.Table.Select((count, cell) => t.Hidden.Contains(cell) ? "?" : $"{count}"))} = {t.Table.Sum()}");
        return [.. alike.Where(same => same.First().Hidden.Any(cell => same.Select(t => t.Table[cell]).Distinct().Count() == 1)).SelectMany(same => same.Select(t => string.Join(' ', t.Table)))];
    }

    private static HashSet<int> Small(int[] counts) => [.. counts.Index().Where(c => c.Item is > 0 and < Threshold).Select(c => c.Index)];

    // What this house did once: the smallest other cell, the first in the list among equals.
    private static HashSet<int> InOrderOfTheList(int[] counts)
    {
        var hidden = Small(counts);
        foreach (var (index, _) in counts.Index().Where(c => hidden.Count > 0 && c.Item >= Threshold).OrderBy(c => c.Item).ThenBy(c => c.Index))
            if (hidden.Count < 2 || hidden.Sum(i => counts[i]) < Threshold) hidden.Add(index);
        return hidden;
    }
}
