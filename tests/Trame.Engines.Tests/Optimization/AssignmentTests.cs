using System.Numerics;
using Trame.Engines.Optimization;

namespace Trame.Engines.Tests.Optimization;

public sealed class AssignmentTests
{
    /// <summary>Everyone of the shorter side placed, nobody twice, and duals that prove it (signs as when minimising).</summary>
    private static AssignmentSolution<T> Proved<T>(int rows, int columns, Func<int, int, T?> cost, AssignmentSolution<T> solution, Goal goal, T tolerance) where T : struct, INumber<T>
    {
        var sign = goal == Goal.Maximise ? -T.One : T.One;
        solution.Status.ShouldBe(SolveStatus.Optimal);
        var placed = solution.ColumnOf.Where(j => j >= 0).ToList();
        placed.Count.ShouldBe(Math.Min(rows, columns));
        placed.Distinct().Count().ShouldBe(placed.Count);
        T sum = T.Zero, dual = T.Zero;
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                if (cost(i, j) is not { } c) { solution.ColumnOf[i].ShouldNotBe(j); continue; }
                var slack = sign * (c - solution.RowDuals[i] - solution.ColumnDuals[j]);
                (slack >= -tolerance).ShouldBeTrue();
                if (solution.ColumnOf[i] != j) continue;
                (slack <= tolerance).ShouldBeTrue();
                sum += c;
            }
        }
        foreach (var d in solution.RowDuals.Concat(solution.ColumnDuals)) dual += d;
        solution.Cost.ShouldBe(sum);
        (T.Abs(dual - sum) <= tolerance).ShouldBeTrue();
        var longer = rows > columns ? solution.RowDuals : solution.ColumnDuals;
        if (rows != columns) longer.Any(d => sign * d > tolerance).ShouldBeFalse();
        return solution;
    }

    [Fact]
    public void Three_volunteers_and_four_places_cost_five()
    {
        long[] minutes = [4, 1, 3, 9, 2, 0, 5, 8, 3, 2, 2, 7];
        var solution = Proved(3, 4, (i, j) => minutes[i * 4 + j], Assignment.Solve<long>(3, 4, minutes), Goal.Minimise, 0L);
        solution.Cost.ShouldBe(5); // 1 + 2 + 2
        solution.ColumnOf.ShouldBe([1, 0, 2]);
    }

    [Fact]
    public void Assign100_of_the_OR_Library_costs_305()
    {
        var numbers = File.ReadAllText(SharedData.Path("matching", "assign100_Apost.txt")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).ToArray();
        var costs = numbers[1..];
        numbers[0].ShouldBe(100);
        Proved(100, 100, (i, j) => costs[i * 100 + j], Assignment.Solve<long>(100, 100, costs), Goal.Minimise, 0L).Cost.ShouldBe(305);
        double[] real = [.. costs.Select(c => (double)c)];
        Proved(100, 100, (i, j) => real[i * 100 + j], Assignment.Solve<double>(100, 100, real), Goal.Minimise, 1e-9).Cost.ShouldBe(305);
    }

    [Fact]
    public void Three_people_who_can_only_do_two_tasks_are_named()
    {
        var pairs = new AssignmentPairs<long>(4, 5);
        foreach (var person in (int[])[0, 2, 3]) { pairs.Allow(person, 1, 5); pairs.Allow(person, 4, 6); }
        for (var j = 0; j < 5; j++) pairs.Allow(1, j, 1);
        var solution = Assignment.Solve(pairs);
        solution.Status.ShouldBe(SolveStatus.Infeasible);
        solution.TooMany.ShouldBe([0, 2, 3]);
    }

    [Fact]
    public void What_means_nothing_is_refused()
    {
        Should.Throw<ArgumentException>(() => Assignment.Solve<long>(2, 2, [1, 2, 3]));
        Should.Throw<ArgumentException>(() => Assignment.Solve<double>(1, 1, [double.NaN]));
        Should.Throw<ArgumentException>(() => new AssignmentPairs<long>(2, 2).Allow(2, 0, 1));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var pairs = new AssignmentPairs<long>(1, 1);
        pairs.Allow(0, 0, 1);
        Assignment.Solve(pairs, stop: stop.Token).Status.ShouldBe(SolveStatus.Cancelled);
        Assignment.Solve<long>(0, 3, []).Status.ShouldBe(SolveStatus.Optimal);
    }

    [Fact]
    public void Dense_sparse_whole_real_and_linear_programs_agree()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var dice = new Random(seed);
            int rows = dice.Next(1, 25), columns = dice.Next(1, 25), most = dice.Next(2, 40);
            var goal = seed % 2 == 0 ? Goal.Minimise : Goal.Maximise;
            long[] costs = [.. Enumerable.Range(0, rows * columns).Select(_ => (long)dice.Next(-most, most))];
            var pairs = new AssignmentPairs<double>(rows, columns);
            for (var k = 0; k < costs.Length; k++) pairs.Allow(k / columns, k % columns, costs[k] / 8.0);
            var dense = Proved(rows, columns, (i, j) => costs[i * columns + j], Assignment.Solve<long>(rows, columns, costs, goal), goal, 0L);
            Proved(rows, columns, (i, j) => costs[i * columns + j] / 8.0, Assignment.Solve(pairs, goal), goal, 1e-9).Cost.ShouldBe(dense.Cost / 8.0, 1e-9);
            if (seed < 40) new LinearSolver(Program(rows, columns, costs, goal)).Solve().Objective.ShouldBe(dense.Cost, 1e-6);
        }
    }

    [Fact]
    public void With_forbidden_pairs_the_answer_is_the_best_or_the_reason()
    {
        var refused = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var dice = new Random(seed);
            int rows = dice.Next(1, 15), columns = dice.Next(1, 15);
            var pairs = new AssignmentPairs<long>(rows, columns);
            for (var k = 0; k < rows * columns; k++) if (dice.Next(4) == 0) pairs.Allow(k / columns, k % columns, dice.Next(0, 50));
            var costs = pairs.All.ToDictionary(p => (p.Row, p.Column), p => p.Cost);
            var solution = Assignment.Solve(pairs);
            if (solution.Status == SolveStatus.Optimal)
            {
                Proved(rows, columns, (i, j) => costs.TryGetValue((i, j), out var c) ? c : null, solution, Goal.Minimise, 0L);
                continue;
            }
            refused++;
            var places = pairs.All.Where(p => solution.TooMany.Contains(rows <= columns ? p.Row : p.Column)).Select(p => rows <= columns ? p.Column : p.Row).Distinct().Count();
            places.ShouldBeLessThan(solution.TooMany.Count);
        }
        refused.ShouldBeInRange(20, 180);
    }

    private static LinearModel Program(int rows, int columns, long[] costs, Goal goal)
    {
        var model = new LinearModel(goal);
        foreach (var cost in costs) model.AddColumn(cost, 0, 1);
        for (var i = 0; i < rows; i++) model.AddRow(rows <= columns ? 1 : 0, 1, [.. Enumerable.Range(0, columns).Select(j => i * columns + j)], [.. Enumerable.Repeat(1.0, columns)]);
        for (var j = 0; j < columns; j++) model.AddRow(columns <= rows ? 1 : 0, 1, [.. Enumerable.Range(0, rows).Select(i => i * columns + j)], [.. Enumerable.Repeat(1.0, rows)]);
        return model;
    }
}
