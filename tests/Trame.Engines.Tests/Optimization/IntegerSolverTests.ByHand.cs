using Trame.Engines.Optimization;

namespace Trame.Engines.Tests.Optimization;

public sealed partial class IntegerSolverTests
{
    private const double Inf = double.PositiveInfinity;

    private sealed class Told : IProgress<IntegerProgress>
    {
        public List<IntegerProgress> All { get; } = [];
        public void Report(IntegerProgress value) => All.Add(value);
    }

    /// <summary>Five items of 3, 4, 5, 8 and 10 kilos worth 4, 5, 7, 11 and 14, a bag of 15 kilos.</summary>
    private static LinearModel Bag()
    {
        var model = new LinearModel(Goal.Maximise);
        foreach (var value in (double[])[4, 5, 7, 11, 14]) model.AddColumn(value, 0, 1, integer: true);
        model.AddRow(-Inf, 15, [0, 1, 2, 3, 4], [3, 4, 5, 8, 10]);
        return model;
    }

    [Fact]
    public void The_bag_of_15_kilos_holds_21()
    {
        var solution = new IntegerSolver(Bag()).Solve();
        solution.Status.ShouldBe(SolveStatus.Optimal);
        solution.Objective.ShouldBe(21); // 5 + 10 kilos, 7 + 14
        solution.Bound.ShouldBe(21, 1e-6);
        solution.Values.ShouldBe([0, 0, 1, 0, 1]);
    }

    [Fact]
    public void A_parity_that_no_whole_number_has_is_infeasible()
    {
        var model = new LinearModel();
        for (var j = 0; j < 3; j++) model.AddColumn(1, 0, 4, integer: true);
        model.AddRow(5, 5, [0, 1, 2], [2, 2, 2]);
        var solution = new IntegerSolver(model).Solve();
        solution.Status.ShouldBe(SolveStatus.Infeasible);
        solution.Values.ShouldBeNull();
        solution.Gap.ShouldBe(Inf);
    }

    [Fact]
    public void Bounds_without_a_whole_number_between_are_infeasible()
    {
        var model = new LinearModel();
        model.AddColumn(1, 0.2, 0.8, integer: true);
        new IntegerSolver(model).Solve().Status.ShouldBe(SolveStatus.Infeasible);
    }

    [Fact]
    public void What_grows_for_ever_in_whole_steps_is_unbounded()
    {
        var model = new LinearModel(Goal.Maximise);
        model.AddColumn(1, 0, Inf, integer: true);
        new IntegerSolver(model).Solve().Status.ShouldBe(SolveStatus.Unbounded);
    }

    [Fact]
    public void A_point_given_at_the_start_is_kept_when_nothing_may_be_explored()
    {
        var told = new Told();
        var solution = new IntegerSolver(Bag()).Solve(new SolveLimits { Iterations = 0 }, incumbent: [1, 1, 0, 1, 0], progress: told);
        solution.Status.ShouldBe(SolveStatus.IterationLimit);
        solution.Objective.ShouldBe(20);
        solution.Values.ShouldBe([1, 1, 0, 1, 0]);
        new IntegerSolver(Bag()).Solve(incumbent: [1, 1, 1, 1, 1]).Objective.ShouldBe(21); // too heavy: ignored
        Should.Throw<ArgumentException>(() => new IntegerSolver(Bag()).Solve(incumbent: [1]));
    }

    [Fact]
    public void Each_better_point_is_told_and_the_bound_never_lies()
    {
        var told = new Told();
        var solution = new IntegerSolver(Problems.MultiKnapsack(new Random(4))).Solve(progress: told);
        told.All.ShouldNotBeEmpty();
        told.All[^1].Objective.ShouldBe(solution.Objective);
        told.All.Select(t => t.Objective).ShouldBeInOrder();
        told.All.ShouldAllBe(t => t.Bound >= solution.Objective - 1e-6);
    }

    [Fact]
    public void A_node_limit_leaves_an_honest_gap()
    {
        var model = Problems.Panel(new Random(11), 120, 20, features: 5, values: 4);
        var full = new IntegerSolver(model).Solve();
        var cut = new IntegerSolver(model).Solve(new SolveLimits { Nodes = 2 });
        cut.Bound.ShouldBeGreaterThanOrEqualTo(full.Objective - 1e-6);
        if (cut.Values is not null) cut.Objective.ShouldBeLessThanOrEqualTo(full.Objective + 1e-6);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        new IntegerSolver(model).Solve(stop: stop.Token).Status.ShouldBe(SolveStatus.Cancelled);
    }
}
