using Trame.Engines.Optimization;

namespace Trame.Engines.Tests.Optimization;

public sealed partial class LinearSolverTests
{
    [Fact]
    public void A_new_product_enters_and_a_new_limit_takes_it_back()
    {
        var model = Workshop();
        var solver = new LinearSolver(model);
        Proved(model, solver.Solve()).Objective.ShouldBe(1100, 1e-9);
        var benches = model.AddColumn(100, 0, Inf, [0, 1], [1, 1]); // an hour of each: 26.7 at the old prices
        Proved(model, solver.Solve()).Objective.ShouldBe(4000, 1e-9);
        model.AddRow(-Inf, 6, [benches], [1]);
        var last = Proved(model, solver.Solve());
        last.Objective.ShouldBe(600 + Proved(Shifted(6)).Objective, 1e-9);

        static LinearModel Shifted(double hours)
        {
            var rest = Workshop();
            rest.SetRowBounds(0, -Inf, 40 - hours);
            rest.SetRowBounds(1, -Inf, 50 - hours);
            return rest;
        }
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Solving_again_after_any_change_is_solving_the_changed_model(int seed)
    {
        var dice = new Random(seed);
        var model = Problems.Random(dice, 15, 25, 0.3, boxed: true);
        var solver = new LinearSolver(model);
        for (var step = 0; step < 40; step++)
        {
            Change(dice, model);
            var again = Proved(model, solver.Solve());
            var anew = Proved(model);
            again.Status.ShouldBe(anew.Status);
            if (anew.Status == SolveStatus.Optimal) again.Objective.ShouldBe(anew.Objective, 1e-7 * Math.Max(1, Math.Abs(anew.Objective)));
        }
    }

    private static void Change(Random dice, LinearModel model)
    {
        int column = dice.Next(model.ColumnCount), row = dice.Next(model.RowCount);
        switch (dice.Next(5))
        {
            case 0: model.SetCost(column, dice.Next(-10, 10)); break;
            case 1: model.SetBounds(column, -dice.Next(0, 10), dice.Next(0, 10)); break;
            case 2: model.SetRowBounds(row, dice.Next(3) == 0 ? -Inf : -dice.Next(0, 60), dice.Next(0, 60)); break;
            case 3:
                int[] rows = [.. Enumerable.Range(0, model.RowCount).Where(_ => dice.Next(4) == 0)];
                model.AddColumn(dice.Next(-10, 10), 0, dice.Next(1, 10), rows, [.. rows.Select(_ => dice.NextDouble() * 4 - 2)]);
                break;
            default:
                int[] columns = [.. Enumerable.Range(0, model.ColumnCount).Where(_ => dice.Next(4) == 0)];
                model.AddRow(-dice.Next(0, 50), dice.Next(0, 50), columns, [.. columns.Select(_ => dice.NextDouble() * 4 - 2)]);
                break;
        }
    }

    [Fact]
    public void A_basis_that_was_kept_needs_no_step_at_all()
    {
        var model = Problems.Transport(new Random(5), 8, 9);
        var first = new LinearSolver(model).Solve();
        var again = new LinearSolver(model).Solve(start: first.Basis);
        again.Iterations.ShouldBe(0);
        again.Objective.ShouldBe(first.Objective, 1e-9);
        Should.Throw<ArgumentException>(() => new LinearSolver(Workshop()).Solve(start: first.Basis));
    }

    [Fact]
    public void A_limit_and_a_cancellation_are_told_and_the_work_can_go_on()
    {
        var model = Problems.Random(new Random(3), 60, 80, 0.2);
        var solver = new LinearSolver(model);
        solver.Solve(new SolveLimits { Iterations = 3 }).Status.ShouldBe(SolveStatus.IterationLimit);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        solver.Solve(stop: stop.Token).Status.ShouldBe(SolveStatus.Cancelled);
        solver.Solve(new SolveLimits { Time = TimeSpan.Zero }).Status.ShouldBe(SolveStatus.TimeLimit);
        Proved(model, solver.Solve()).Objective.ShouldBe(new LinearSolver(model).Solve().Objective, 1e-6);
    }
}
