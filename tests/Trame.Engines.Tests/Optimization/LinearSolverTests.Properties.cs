using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Optimization;

namespace Trame.Engines.Tests.Optimization;

public sealed partial class LinearSolverTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(150);

    private static Arbitrary<LinearModel> Models { get; } =
        (from kind in Gen.Choose(0, Problems.Linear.Length - 1) from seed in Gen.Choose(0, 1_000_000) select Problems.Linear[kind].Make(new Random(seed))).ToArbitrary();

    private static bool Same(LinearModel model, LinearSolution one, LinearModel other, LinearSolution two) =>
        LinearCheck.Of(model, one).Worst <= LinearCheck.Tolerance && LinearCheck.Of(other, two).Worst <= LinearCheck.Tolerance
        && one.Status == two.Status && (one.Status != SolveStatus.Optimal || Math.Abs(one.Objective - two.Objective) <= 1e-6 * Math.Max(1, Math.Abs(one.Objective)));

    private static bool SameAnswer(LinearModel model, LinearModel other) => Same(model, new LinearSolver(model).Solve(), other, new LinearSolver(other).Solve());

    [Fact]
    public void The_order_of_rows_and_columns_changes_nothing() => Check.One(Many, Prop.ForAll(Models, model =>
    {
        var dice = new Random(model.EntryCount);
        int[] rows = [.. Enumerable.Range(0, model.RowCount).OrderBy(_ => dice.Next())], columns = [.. Enumerable.Range(0, model.ColumnCount).OrderBy(_ => dice.Next())];
        var place = new int[columns.Length];
        for (var k = 0; k < columns.Length; k++) place[columns[k]] = k;
        var other = new LinearModel(model.Goal) { Offset = model.Offset };
        foreach (var j in columns) other.AddColumn(model.Cost(j), model.Lower(j), model.Upper(j));
        var entries = model.Coefficients().ToLookup(e => e.Row);
        foreach (var i in rows) other.AddRow(model.RowLower(i), model.RowUpper(i), [.. entries[i].Select(e => place[e.Column])], [.. entries[i].Select(e => e.Value)]);
        return SameAnswer(model, other);
    }));

    [Fact]
    public void Other_units_change_nothing() => Check.One(Many, Prop.ForAll(Models, model =>
    {
        var dice = new Random(model.EntryCount);
        double[] row = [.. Enumerable.Range(0, model.RowCount).Select(_ => Math.ScaleB(1, dice.Next(-8, 9)))], column = [.. Enumerable.Range(0, model.ColumnCount).Select(_ => Math.ScaleB(1, dice.Next(-8, 9)))];
        return SameAnswer(model, Problems.Scaled(model, row, column));
    }));

    [Fact]
    public void To_maximise_is_to_minimise_the_opposite() => Check.One(Many, Prop.ForAll(Models, model =>
    {
        var other = new LinearModel(model.Goal == Goal.Maximise ? Goal.Minimise : Goal.Maximise) { Offset = -model.Offset };
        for (var j = 0; j < model.ColumnCount; j++) other.AddColumn(-model.Cost(j), model.Lower(j), model.Upper(j));
        var entries = model.Coefficients().ToLookup(e => e.Row);
        for (var i = 0; i < model.RowCount; i++) other.AddRow(model.RowLower(i), model.RowUpper(i), [.. entries[i].Select(e => e.Column)], [.. entries[i].Select(e => e.Value)]);
        LinearSolution one = new LinearSolver(model).Solve(), two = new LinearSolver(other).Solve();
        return one.Status == two.Status && (one.Status != SolveStatus.Optimal || Math.Abs(one.Objective + two.Objective) <= 1e-6 * Math.Max(1, Math.Abs(one.Objective)));
    }));

    [Fact]
    public void The_same_model_gives_the_same_answer_bit_for_bit() => Check.One(Many, Prop.ForAll(Models, model =>
        new LinearSolver(model).Solve().Values.SequenceEqual(new LinearSolver(model).Solve().Values)));

    [Fact]
    public void The_check_sees_a_value_a_dual_or_a_proof_that_was_tampered_with()
    {
        var model = Workshop();
        var solution = Proved(model);
        LinearCheck.Of(model, solution with { Values = [20, 10.001] }).Worst.ShouldBeGreaterThan(1e-5);
        LinearCheck.Of(model, solution with { RowDuals = [70 / 3.0, 3.3] }).Worst.ShouldBeGreaterThan(1e-5);
        LinearCheck.Of(model, solution with { Objective = 1100.1 }).Worst.ShouldBeGreaterThan(1e-5);
        var stuck = new LinearModel();
        stuck.AddColumn(1, 0, 3);
        stuck.AddRow(4, 5, [0], [1]);
        var refused = Proved(stuck);
        LinearCheck.Of(stuck, refused with { Infeasibility = refused.Infeasibility! with { RowMultipliers = [-1] } }).Worst.ShouldBeGreaterThan(0);
        LinearCheck.Of(stuck, refused with { Infeasibility = refused.Infeasibility! with { RowMultipliers = [0] } }).Worst.ShouldBeGreaterThan(0);
    }
}
