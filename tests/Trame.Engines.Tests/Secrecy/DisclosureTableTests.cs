using Trame.Engines.Secrecy;

namespace Trame.Engines.Tests.Secrecy;

public sealed class DisclosureTableTests
{
    private static readonly TableCell[] Small = [new(["T"], 30), new(["a"], 10), new(["b"], 20)];

    private static DisclosureReading Read(params TableCell[] cells) => DisclosureTable.Of(["A"], [CodeHierarchy.Flat("T", ["a", "b", "c"])], [cells]);

    [Fact]
    public void A_margin_and_its_parts_make_one_sum()
    {
        var table = Read(Small).Table.ShouldNotBeNull();
        table.Sums.ShouldHaveSingleItem().ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void What_does_not_add_up_is_refused_at_its_margin()
    {
        var problem = Read(new(["a"], 10), new(["T"], 31), new(["b"], 20)).Problem.ShouldNotBeNull();
        (problem.Fault, problem.Cell).ShouldBe((DisclosureFault.MarginMismatch, 1));
    }

    [Fact]
    public void A_cell_said_twice_an_unknown_code_and_a_missing_margin_are_refused()
    {
        Read([.. Small, new(["a"], 10)]).Problem.ShouldNotBeNull().Fault.ShouldBe(DisclosureFault.RepeatedCell);
        Read([.. Small, new(["z"], 0)]).Problem.ShouldNotBeNull().Fault.ShouldBe(DisclosureFault.UnknownCode);
        Read(Small[1], Small[2]).Problem.ShouldNotBeNull().Fault.ShouldBe(DisclosureFault.MissingMargin);
        Read([.. Small, new(["c"], -1)]).Problem.ShouldNotBeNull().Fault.ShouldBe(DisclosureFault.OutOfRange);
    }

    [Fact]
    public void Linked_tables_share_a_cell_and_may_not_contradict_it()
    {
        CodeHierarchy[] flat = [CodeHierarchy.Flat("T", ["a", "b"]), CodeHierarchy.Flat("T", ["x", "y"])];
        TableCell[] byA = [new(["T", "T"], 30), new(["a", "T"], 10), new(["b", "T"], 20)], byX = [new(["T", "T"], 30), new(["T", "x"], 5), new(["T", "y"], 25)];
        var table = DisclosureTable.Of(["A", "X"], flat, [byA, byX]).Table.ShouldNotBeNull();
        table.Cells.Count.ShouldBe(5);
        table.Sums.Count.ShouldBe(2);
        DisclosureTable.Of(["A", "X"], flat, [byA, [new(["T", "T"], 31), new(["T", "x"], 6), new(["T", "y"], 25)]]).Problem.ShouldNotBeNull().Fault.ShouldBe(DisclosureFault.Contradiction);
    }

    [Fact]
    public void A_level_that_the_cells_do_not_use_is_passed_over() =>
        DisclosureTable.Of(["A"], [CodeHierarchy.FromLevels("T", [["g", "a"], ["g", "b"], ["h", "c"]])], [Small]).Table.ShouldNotBeNull().Sums.ShouldHaveSingleItem().ShouldBe([0, 1, 2]);

    [Fact]
    public void A_code_has_one_parent() => Should.Throw<ArgumentException>(() => CodeHierarchy.FromLevels("T", [["g", "a"], ["h", "a"]]));

    [Theory]
    [InlineData(2, 100, 10, PrimaryCause.Threshold)]
    [InlineData(0, 0, 0, PrimaryCause.None)]
    [InlineData(5, 100, 86, PrimaryCause.Dominance)]
    [InlineData(5, 100, 85, PrimaryCause.PPercent)] // 100 − 85 − 15 = 0 < 8.5: the second could know the first exactly
    [InlineData(5, 100, 40, PrimaryCause.None)] // 100 − 40 − 40 = 20 ≥ 4
    public void Each_rule_says_its_cause(double count, double value, double max, PrimaryCause cause) =>
        new PrimaryRules { Threshold = 3, Dominance = 0.85, PPercent = 0.10 }.Of(new TableCell(["a"], count, value, max)).ShouldBe(cause);
}
