using Trame.Engines.Optimization;

namespace Trame.Engines.Tests.Optimization;

public sealed class MinimumCostFlowTests
{
    private static FlowSolution Proved(FlowNetwork network)
    {
        var solution = MinimumCostFlow.Solve(network);
        if (solution.Status == SolveStatus.Optimal) Optimal(network, solution);
        if (solution.Status == SolveStatus.Infeasible) Infeasible(network, solution);
        if (solution.Status == SolveStatus.Unbounded) Unbounded(network, solution);
        return solution;
    }

    private static void Optimal(FlowNetwork network, FlowSolution solution)
    {
        var balance = network.Supplies.ToArray();
        long cost = 0;
        foreach (var (arc, flow) in network.Arcs.Zip(solution.Flows))
        {
            flow.ShouldBeInRange(arc.Lower, arc.Upper);
            balance[arc.From] -= flow;
            balance[arc.To] += flow;
            cost += arc.Cost * flow;
            var reduced = arc.Cost + solution.Potentials[arc.From] - solution.Potentials[arc.To];
            if (flow > arc.Lower) reduced.ShouldBeLessThanOrEqualTo(0);
            if (flow < arc.Upper) reduced.ShouldBeGreaterThanOrEqualTo(0);
        }
        balance.ShouldAllBe(b => b == 0);
        solution.Cost.ShouldBe(cost);
    }

    private static void Infeasible(FlowNetwork network, FlowSolution solution)
    {
        if (network.Supplies.Sum() < 0) return; // the sums say it
        var inside = solution.Crowded.ToHashSet();
        inside.ShouldNotBeEmpty();
        decimal must = inside.Sum(i => network.Supplies[i]), can = 0;
        foreach (var arc in network.Arcs)
        {
            if (inside.Contains(arc.To) && !inside.Contains(arc.From)) must += arc.Lower;
            if (inside.Contains(arc.From) && !inside.Contains(arc.To)) can += arc.Upper;
        }
        must.ShouldBeGreaterThan(can);
    }

    private static void Unbounded(FlowNetwork network, FlowSolution solution)
    {
        var arcs = solution.Cycle.Select(a => network.Arcs[a]).ToList();
        arcs.Sum(a => a.Cost).ShouldBeLessThan(0);
        arcs.ShouldAllBe(a => a.Upper == FlowNetwork.Unlimited);
        arcs.Select(a => a.From).Order().ShouldBe(arcs.Select(a => a.To).Order());
    }

    [Fact]
    public void Twenty_baskets_take_the_cheap_road_until_it_is_full()
    {
        var network = new FlowNetwork(); // a farm gives 20, two markets take 12 and 8; the cheap road carries 10
        int farm = network.AddNode(20), town = network.AddNode(-12), village = network.AddNode(-8);
        network.AddArc(farm, town, 2, upper: 10);
        network.AddArc(farm, village, 5);
        network.AddArc(village, town, 1);
        var solution = Proved(network);
        solution.Status.ShouldBe(SolveStatus.Optimal);
        solution.Flows.ShouldBe([10, 10, 2]);
        solution.Cost.ShouldBe(20 + 50 + 2);
    }

    [Fact]
    public void A_bridge_too_narrow_names_the_bank_that_is_shut_in()
    {
        var network = new FlowNetwork();
        int a = network.AddNode(5), b = network.AddNode(4), c = network.AddNode(-9);
        network.AddArc(a, b, 1);
        network.AddArc(b, c, 1, upper: 8);
        var solution = Proved(network);
        solution.Status.ShouldBe(SolveStatus.Infeasible);
        solution.Crowded.ShouldBe([a, b]);
    }

    [Fact]
    public void Going_round_for_profit_without_a_limit_is_told_with_its_cycle()
    {
        var network = new FlowNetwork();
        for (var i = 0; i < 3; i++) network.AddNode();
        network.AddArc(0, 1, 1);
        network.AddArc(1, 2, -3);
        network.AddArc(2, 0, 1);
        network.AddArc(0, 2, 1, upper: 4);
        Proved(network).Cycle.Order().ShouldBe([0, 1, 2]);
        network.AddArc(0, 1, 0, lower: 5, upper: 5);
        Proved(network).Status.ShouldBe(SolveStatus.Unbounded);
    }

    [Fact]
    public void Large_whole_numbers_stay_exact_and_too_large_ones_stop()
    {
        var network = new FlowNetwork();
        network.AddNode(3_000_000_000_001);
        network.AddNode(-3_000_000_000_001);
        network.AddArc(0, 1, 1_000_003);
        Proved(network).Cost.ShouldBe(3_000_009_000_001_000_003);
        network.AddArc(0, 1, 1_000_002, lower: 3_000_000_000_001 * 4, upper: 3_000_000_000_001 * 4);
        network.AddArc(1, 0, 0);
        Should.Throw<OverflowException>(() => MinimumCostFlow.Solve(network));
    }

    [Fact]
    public void Limits_are_told()
    {
        var network = new FlowNetwork();
        network.AddNode(1);
        network.AddNode(-1);
        network.AddArc(0, 1, 1);
        MinimumCostFlow.Solve(network, new SolveLimits { Iterations = 0 }).Status.ShouldBe(SolveStatus.IterationLimit);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        MinimumCostFlow.Solve(network, stop: stop.Token).Status.ShouldBe(SolveStatus.Cancelled);
        Should.Throw<ArgumentException>(() => network.AddArc(0, 2, 1));
        Should.Throw<ArgumentException>(() => network.AddArc(0, 1, 1, lower: 2, upper: 1));
    }

    [Fact]
    public void Networks_of_all_kinds_have_the_answer_of_their_linear_program()
    {
        var met = new Dictionary<SolveStatus, int>();
        for (var seed = 0; seed < 400; seed++)
        {
            var network = Network(new Random(seed));
            var solution = Proved(network);
            var program = new LinearSolver(Program(network)).Solve();
            solution.Status.ShouldBe(program.Status, $"seed {seed}");
            if (solution.Status == SolveStatus.Optimal) ((double)solution.Cost).ShouldBe(program.Objective, 1e-6, $"seed {seed}");
            met[solution.Status] = met.GetValueOrDefault(solution.Status) + 1;
        }
        met.Keys.Order().ShouldBe([SolveStatus.Optimal, SolveStatus.Infeasible, SolveStatus.Unbounded]);
        met.Values.ShouldAllBe(n => n > 15);
    }

    private static FlowNetwork Network(Random dice)
    {
        var network = new FlowNetwork();
        var nodes = dice.Next(2, 30);
        var supplies = Enumerable.Range(0, nodes).Select(_ => dice.Next(-5, 6)).ToArray();
        supplies[0] -= dice.Next(20) == 0 ? 0 : supplies.Sum();
        foreach (var supply in supplies) network.AddNode(supply);
        for (var a = dice.Next(nodes, 6 * nodes); a > 0; a--)
        {
            var lower = dice.Next(5) == 0 ? dice.Next(-3, 4) : 0;
            network.AddArc(dice.Next(nodes), dice.Next(nodes), dice.Next(dice.Next(4) == 0 ? -8 : 0, 20), lower, dice.Next(2) == 0 ? FlowNetwork.Unlimited : lower + dice.Next(0, 12));
        }
        return network;
    }

    private static LinearModel Program(FlowNetwork network)
    {
        var model = new LinearModel();
        foreach (var supply in network.Supplies) model.AddRow(supply, supply);
        foreach (var arc in network.Arcs)
            _ = arc.From == arc.To
                ? model.AddColumn(arc.Cost, arc.Lower, arc.Upper == FlowNetwork.Unlimited ? double.PositiveInfinity : arc.Upper)
                : model.AddColumn(arc.Cost, arc.Lower, arc.Upper == FlowNetwork.Unlimited ? double.PositiveInfinity : arc.Upper, [arc.From, arc.To], [1, -1]);
        return model;
    }
}
