using Trame.Engines.Secrecy;

namespace Trame.Engines.Tests.Secrecy;

public sealed class SparseSuppressionTests
{
    private static bool[] Sensitive(DisclosureTable table) =>
        [.. (table.HasValues ? new PrimaryRules { Threshold = 3, Dominance = 0.85 } : new PrimaryRules()).Of(table).Select(c => c != PrimaryCause.None)];

    [Theory]
    [InlineData(false, 0.40), InlineData(true, 0.65)] // all that is not sensitive was hidden before
    public void A_sparse_table_of_three_hierarchies_keeps_figures_and_every_cell_is_protected(bool values, double most)
    {
        var table = SparseTables.Make([10, 5, 5], 0.3, 1, values);
        var sensitive = Sensitive(table);
        var plan = SecondarySuppression.Of(table, sensitive, new() { ExactCells = 0 }, TestContext.Current.CancellationToken);
        plan.Unprotected.ShouldBeEmpty();
        plan.Secondary.Count.ShouldBeLessThan((int)(most * (table.Cells.Count - plan.Primary.Count)));
        SuppressionAudit.Of(table, [.. plan.Primary], [.. plan.Secondary], new(), TestContext.Current.CancellationToken).ShouldAllBe(i => i.Protected);
    }

    [Fact]
    public void A_cell_that_is_alone_on_its_lines_is_protected_by_its_margins()
    {
        // A diagonal: no rectangle has four corners, the margins must move.
        TableCell[] cells = [new(["T", "T"], 60), new(["a", "T"], 5), new(["b", "T"], 25), new(["c", "T"], 30), new(["T", "x"], 5), new(["T", "y"], 25), new(["T", "z"], 30), new(["a", "x"], 5), new(["b", "y"], 25), new(["c", "z"], 30)];
        var table = DisclosureTable.Of(["A", "B"], [CodeHierarchy.Flat("T", ["a", "b", "c"]), CodeHierarchy.Flat("T", ["x", "y", "z"])], [cells]).Table.ShouldNotBeNull();
        var plan = SecondarySuppression.Of(table, [.. cells.Select((_, i) => i == 7)], new() { ExactCells = 0 }, TestContext.Current.CancellationToken);
        plan.Unprotected.ShouldBeEmpty();
        plan.Secondary.Count.ShouldBeLessThan(9);
        SuppressionAudit.Of(table, [.. plan.Primary], [.. plan.Secondary], new(), TestContext.Current.CancellationToken).ShouldAllBe(i => i.Protected);
    }

    [Fact]
    public void The_auditor_always_answers_even_for_zeros_beside_very_large_figures()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var chance = new Random(seed);
            var figures = Enumerable.Range(0, 36).Select(_ => chance.Next(3) == 0 ? 0 : Math.Round(Math.Exp(24 * chance.NextDouble() - 4), 3)).ToArray();
            var table = Values(figures, 6);
            int[] zeros = [.. Enumerable.Range(0, table.Cells.Count).Where(i => table.Figure(i) == 0)];
            var intervals = SuppressionAudit.Of(table, zeros, [.. Enumerable.Range(0, table.Cells.Count).Where(i => table.Figure(i) > 0)], new(), TestContext.Current.CancellationToken);
            intervals.Count.ShouldBe(table.Cells.Count);
            intervals.ShouldAllBe(i => i.Least >= 0 && i.Least <= i.Figure && i.Most >= i.Figure, $"seed {seed}"); // false for NaN
            intervals.ShouldAllBe(i => i.Protected, $"seed {seed}"); // everything is hidden: every zero can rise
        }
    }

    [Theory]
    [InlineData(1e-11, 5, 0, 0.01, true), InlineData(0, 0.005, 0, 0.01, false), InlineData(1e-11, 5, 0, 0, true), InlineData(1.95, 5, 2, 0.2, false), InlineData(1.8, 2.2, 2, 0.2, true)]
    public void The_last_digits_of_a_bound_do_not_decide(double least, double most, double figure, double needed, bool expected) => new FeasibleInterval(0, least, most, figure, needed).Protected.ShouldBe(expected);

    private static DisclosureTable Values(double[] figures, int columns)
    {
        var (cells, rows) = (new List<TableCell>(), figures.Length / columns);
        for (var r = -1; r < rows; r++)
            for (var c = -1; c < columns; c++)
                cells.Add(new([r < 0 ? "T" : $"r{r}", c < 0 ? "T" : $"c{c}"], 5, figures.Where((_, k) => (r < 0 || k / columns == r) && (c < 0 || k % columns == c)).Sum()));
        for (var k = 0; k < cells.Count; k++) cells[k] = cells[k] with { Count = Counted(cells[k].Codes, rows, columns) };
        var reading = DisclosureTable.Of(["R", "C"], [CodeHierarchy.Flat("T", Enumerable.Range(0, rows).Select(r => $"r{r}")), CodeHierarchy.Flat("T", Enumerable.Range(0, columns).Select(c => $"c{c}"))], [cells]);
        return reading.Table.ShouldNotBeNull(reading.Problem?.ToString());
    }

    private static double Counted(IReadOnlyList<string> codes, int rows, int columns) => 5.0 * (codes[0] == "T" ? rows : 1) * (codes[1] == "T" ? columns : 1);
}
