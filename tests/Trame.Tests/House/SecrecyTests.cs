using FsCheck;
using FsCheck.Fluent;
using Trame.Observe.Home;

namespace Trame.Tests.House;

/// <summary>
/// R5: what is hidden stays hidden from whoever can subtract. An attacker sees the cells that are shown, which are hidden, and the total when it is
/// told; every table that would look the same is listed by brute force, and each hidden cell must have several possible values among them.
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

    [Fact]
    public void The_usual_threshold_is_eleven() => new Trame.Foundation.Spaces.SpaceSettings().SecrecyThreshold.ShouldBe(11);

    private static Arbitrary<int[]> Tables => Gen.Choose(0, Most).ArrayOf(4).ToArbitrary();

    private static bool SecrecyHolds(int[] counts, IReadOnlySet<int> hidden)
    {
        if (hidden.Count == 0 || !SmallCells.MayTellTotal(counts, Threshold)) return true; // nothing to subtract from
        var cells = hidden.Order().ToList();
        var alike = Sums(cells.Count, cells.Sum(c => counts[c])).Where(values => LooksTheSame(counts, cells, values)).ToList();
        return Enumerable.Range(0, cells.Count).All(cell => alike.Select(values => values[cell]).Distinct().Count() > 1);
    }

    // Who knows the rule can also set aside the tables that it would have hidden otherwise.
    private static bool LooksTheSame(int[] counts, List<int> cells, int[] values)
    {
        int[] other = [.. counts];
        for (var i = 0; i < cells.Count; i++) other[cells[i]] = values[i];
        return cells.Count == 1 || SmallCells.Hidden(other, Threshold).SetEquals(cells);
    }

    // Every way to share a sum among so many hidden cells; a zero is never hidden.
    private static IEnumerable<int[]> Sums(int cells, int sum) => cells == 1
        ? sum > 0 ? [[sum]] : []
        : Enumerable.Range(1, Math.Max(0, sum - 1)).SelectMany(first => Sums(cells - 1, sum - first).Select(rest => (int[])[first, .. rest]));
}
