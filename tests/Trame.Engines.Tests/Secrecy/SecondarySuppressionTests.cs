using Trame.Engines.Optimization;
using Trame.Engines.Secrecy;

namespace Trame.Engines.Tests.Secrecy;

public sealed class SecondarySuppressionTests
{
    // Rows 1..3, columns a..c, all figures 20 but the sensitive one, 2.
    private static DisclosureTable ThreeByThree(double sensitive = 2) => Table((r, c) => r == 0 && c == 0 ? sensitive : 20, 3, 3);

    internal static DisclosureTable Table(Func<int, int, double> figure, int rows, int columns)
    {
        var cells = new List<TableCell>();
        for (var r = -1; r < rows; r++)
            for (var c = -1; c < columns; c++)
            {
                var sum = 0.0;
                for (var i = 0; i < rows; i++) for (var j = 0; j < columns; j++) if ((r < 0 || i == r) && (c < 0 || j == c)) sum += figure(i, j);
                cells.Add(new([r < 0 ? "T" : $"r{r}", c < 0 ? "T" : $"c{c}"], sum));
            }

        var reading = DisclosureTable.Of(["R", "C"], [CodeHierarchy.Flat("T", Enumerable.Range(0, rows).Select(r => $"r{r}")), CodeHierarchy.Flat("T", Enumerable.Range(0, columns).Select(c => $"c{c}"))], [cells]);
        return reading.Table.ShouldNotBeNull(reading.Problem?.ToString());
    }

    private static bool[] Sensitive(DisclosureTable table, double threshold = 11) => [.. new PrimaryRules { Threshold = threshold }.Of(table).Select(c => c != PrimaryCause.None)];

    [Fact]
    public void One_small_cell_takes_a_rectangle_of_four()
    {
        var table = ThreeByThree();
        var plan = SecondarySuppression.Of(table, Sensitive(table));
        plan.Primary.Count.ShouldBe(1);
        plan.Secondary.Count.ShouldBe(3);
        plan.Optimal.ShouldBeTrue();
        plan.Bound.ShouldBe(3);
        SuppressionAudit.Of(table, [.. plan.Primary], [.. plan.Secondary], new()).ShouldAllBe(i => i.Protected);
    }

    [Fact]
    public void A_cell_hidden_alone_is_known_exactly()
    {
        var table = ThreeByThree();
        var primary = Enumerable.Range(0, table.Cells.Count).Where(i => Sensitive(table)[i]).ToArray();
        var interval = SuppressionAudit.Of(table, primary, [], new()).ShouldHaveSingleItem();
        (interval.Least, interval.Most).ShouldBe((2, 2));
        interval.Protected.ShouldBeFalse();
    }

    [Fact]
    public void A_rectangle_moves_as_far_as_its_least_corners()
    {
        // 2 and 20 / 20 and 20: up by 20 (two corners go down to zero), down by 2 (the cell itself does).
        var table = ThreeByThree();
        int At(string r, string c) => table.Cells.ToList().FindIndex(x => x.Codes[0] == r && x.Codes[1] == c);
        var interval = SuppressionAudit.Of(table, [At("r0", "c0")], [At("r0", "c1"), At("r1", "c0"), At("r1", "c1")], new()).Single(i => i.Cell == At("r0", "c0"));
        interval.Least.ShouldBe(0, 1e-6);
        interval.Most.ShouldBe(22, 1e-6);
    }

    [Fact]
    public void The_best_of_every_pattern_is_found()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var figures = Enumerable.Range(0, 9).Select(_ => (double)random.Next(1, 40)).ToArray();
            var table = Table((r, c) => figures[3 * r + c], 3, 3);
            var sensitive = Sensitive(table, 8);
            foreach (var objective in Enum.GetValues<SuppressionObjective>())
            {
                var options = new SuppressionOptions { Objective = objective, Protection = 0.5 };
                SecondarySuppression.Of(table, sensitive, options).Cost.ShouldBe(Enumerated(table, sensitive, options), 1e-6, $"seed {seed}, {objective}");
            }
        }
    }

    /// <summary>The least cost over all patterns of sixteen cells, each judged by the auditor.</summary>
    private static double Enumerated(DisclosureTable table, bool[] sensitive, SuppressionOptions options)
    {
        var free = Enumerable.Range(0, table.Cells.Count).Where(i => !sensitive[i]).ToArray();
        var primary = Enumerable.Range(0, table.Cells.Count).Where(i => sensitive[i]).ToArray();
        double Cost(int pattern) => free.Where((_, k) => (pattern >> k & 1) == 1).Sum(i => options.Objective == SuppressionObjective.Count ? 1 : table.Figure(i));
        foreach (var pattern in Enumerable.Range(0, 1 << free.Length).OrderBy(Cost))
        {
            var hidden = new bool[table.Cells.Count];
            foreach (var i in primary) hidden[i] = true;
            for (var k = 0; k < free.Length; k++) hidden[free[k]] |= (pattern >> k & 1) == 1;
            if (table.Sums.Any(s => s.Count(i => hidden[i]) == 1 && s.Any(i => sensitive[i] && hidden[i]))) continue; // alone in a sum: known
            if (SuppressionAudit.Of(table, primary, [.. free.Where((_, k) => (pattern >> k & 1) == 1)], options).Where(i => sensitive[i.Cell]).All(i => i.Protected)) return Cost(pattern);
        }

        return double.NaN;
    }

    [Fact]
    public void Cubes_protect_too_and_the_auditor_agrees()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var random = new Random(seed);
            var figures = Enumerable.Range(0, 64).Select(_ => (double)random.Next(1, 60)).ToArray();
            var table = Table((r, c) => figures[8 * r + c], 8, 8);
            var plan = SecondarySuppression.Of(table, Sensitive(table), new() { ExactCells = 0 });
            plan.Unprotected.ShouldBeEmpty();
            SuppressionAudit.Of(table, [.. plan.Primary], [.. plan.Secondary], new()).ShouldAllBe(i => i.Protected, $"seed {seed}");
            plan.Cost.ShouldBeGreaterThanOrEqualTo(SecondarySuppression.Of(table, Sensitive(table)).Cost);
        }
    }

    [Fact]
    public void When_time_is_over_the_pattern_given_is_protected()
    {
        var table = ThreeByThree();
        var plan = SecondarySuppression.Of(table, Sensitive(table), new() { Limits = new() { Time = TimeSpan.FromTicks(1) } });
        SuppressionAudit.Of(table, [.. plan.Primary], [.. plan.Secondary], new()).ShouldAllBe(i => i.Protected);
        plan.Optimal.ShouldBeFalse();
    }

    [Theory]
    [InlineData("act_size", "count", 60), InlineData("act_size", "value", 64)]
    public void Public_tables_lose_no_more_than_the_published_optimum(string name, string objective, int secondary)
    {
        var table = PublicTables.Turnover(name);
        var sensitive = new PrimaryRules { Threshold = 3, Dominance = 0.85 }.Of(table);
        sensitive.Count(c => c == PrimaryCause.Threshold).ShouldBe(52);
        sensitive.Count(c => c == PrimaryCause.Dominance).ShouldBe(25);
        var options = new SuppressionOptions { Objective = objective == "count" ? SuppressionObjective.Count : SuppressionObjective.Value, Limits = new() { Time = TimeSpan.FromMinutes(5) } };
        var plan = SecondarySuppression.Of(table, [.. sensitive.Select(c => c != PrimaryCause.None)], options);
        plan.Optimal.ShouldBeTrue();
        plan.Secondary.Count.ShouldBe(secondary);
        SuppressionAudit.Of(table, [.. plan.Primary], [.. plan.Secondary], options).ShouldAllBe(i => i.Protected);
    }
}
