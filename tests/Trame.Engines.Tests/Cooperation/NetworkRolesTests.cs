using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Cooperation;

namespace Trame.Engines.Tests.Cooperation;

public sealed class NetworkRolesTests
{
    [Fact]
    public void Two_triangles_hang_by_one_tie()
    {
        var cuts = NetworkCuts.Of(Graphs.TwoTriangles);
        cuts.Bridges.ShouldBe([(2, 3)]);
        cuts.Articulations.ShouldBe([2, 3]);
        cuts.Isolates.ShouldBeEmpty();
        KCore.Of(Graphs.TwoTriangles).ShouldAllBe(k => k == 2);
        NetworkCuts.Of(Network.Of(3, [new(0, 1), new(2, 2)])).Isolates.ShouldBe([2]);
    }

    [Fact]
    public void The_Medici_stand_between_as_published() // node 1 of the file joins the most families; 0.521978 without the isolated Pucci
    {
        var network = Graphs.Public("florentine");
        Brokers.Betweenness(network).Max().ShouldBe(0.521978, 1e-6);
        Brokers.Betweenness(Graphs.Public("karate"))[0].ShouldBe(0.437635, 1e-6);
        Brokers.Betweenness(Graphs.Public("karate"))[33].ShouldBe(0.304075, 1e-6);
    }

    [Fact]
    public void The_middle_of_a_star_is_a_broker()
    {
        var star = Network.Of(5, [new(0, 1), new(0, 2), new(0, 3), new(0, 4)]);
        Brokers.Betweenness(star).ShouldBe([1, 0, 0, 0, 0]);
        Brokers.Constraint(star)[0].ShouldBe(0.25, 1e-12);
        Brokers.Constraint(star)[1].ShouldBe(1, 1e-12);
        Brokers.Constraint(Network.Of(3, [new(0, 1), new(1, 2), new(0, 2)]))[0].ShouldBe(2 * 0.75 * 0.75, 1e-12); // ½ + ½·½, twice
        double.IsNaN(Brokers.Constraint(Network.Of(1, []))[0]).ShouldBeTrue();
    }

    [Fact]
    public void Cuts_and_cores_are_those_of_their_definition() => Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
    {
        var chance = new Random(seed);
        var nodes = 2 + chance.Next(9);
        List<Tie> ties = [.. from a in Enumerable.Range(0, nodes) from b in Enumerable.Range(0, a) where chance.NextDouble() < 0.3 select new Tie(b, a)];
        var network = Network.Of(nodes, ties);
        var cuts = NetworkCuts.Of(network);
        var parts = Parts(nodes, ties, -1);
        cuts.Part.Distinct().Count().ShouldBe(parts);
        cuts.Articulations.ShouldBe(Enumerable.Range(0, nodes).Where(n => Parts(nodes, ties, n) > parts));
        cuts.Bridges.ShouldBe(ties.Where(t => Parts(nodes, [.. ties.Where(o => o != t)], -1) > parts).Select(t => (t.Source, t.Target)).Order());
        var cores = KCore.Of(network);
        for (var k = 0; k < nodes; k++)
        {
            var left = Enumerable.Range(0, nodes).ToHashSet();
            while (left.FirstOrDefault(n => ties.Count(t => (t.Source == n && left.Contains(t.Target)) || (t.Target == n && left.Contains(t.Source))) < k, -1) is var few and >= 0) left.Remove(few);
            Enumerable.Range(0, nodes).Where(n => cores[n] >= k).ShouldBe(left.Order());
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Three_funders_by_hand()
    {
        var dependence = FunderDependence.Of([50_000, 30_000, 20_000])!;
        dependence.Hhi.ShouldBe(0.38, 1e-12);
        dependence.Largest.ShouldBe(0.5);
        dependence.EquivalentFunders.ShouldBe(1 / 0.38, 1e-9);
        FunderDependence.Of([7])!.Hhi.ShouldBe(1);
        FunderDependence.Of([0, 0]).ShouldBeNull();
    }

    private static int Parts(int nodes, List<Tie> ties, int without)
    {
        var part = Enumerable.Range(0, nodes).ToArray();
        foreach (var tie in ties.Where(t => t.Source != without && t.Target != without))
        {
            var (from, to) = (part[tie.Source], part[tie.Target]);
            for (var n = 0; n < nodes; n++) if (part[n] == from) part[n] = to;
        }

        return part.Where((_, n) => n != without).Distinct().Count();
    }
}
