using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Cooperation;

namespace Trame.Engines.Tests.Cooperation;

public sealed class LeidenTests
{
    [Fact]
    public void Two_triangles_and_a_bridge_are_two_communities() // 2 × 3/7 inside, less 2 × (7/14)²
    {
        var found = CommunitySearch.Find(Graphs.TwoTriangles);
        found.Community.ShouldBe([0, 0, 0, 1, 1, 1]);
        found.Quality.ShouldBe((6 / 7.0) - 0.5, 1e-12);
        found.Stability!.Value.ShouldBe(1, 1e-12);
        found.Jaccard.ShouldAllBe(j => Math.Abs(j - 1) < 1e-12);
    }

    [Fact]
    public void The_quality_is_the_sum_of_its_definition()
    {
        foreach (var isDirected in (bool[])[false, true])
        {
            var network = Graphs.Random(3, 7, isDirected);
            int[] community = [0, 1, 0, 2, 2, 1, 0];
            var (m, potts, modularity) = (0.0, 0.0, 0.0);
            double A(int i, int j) => network.WeightOf(i, j) * (i == j && !isDirected ? 2 : 1); // an undirected loop counts twice
            for (var i = 0; i < 7; i++) for (var j = 0; j < 7; j++) m += A(i, j);
            for (var i = 0; i < 7; i++)
                for (var j = 0; j < 7; j++)
                {
                    if (community[i] != community[j]) continue;
                    modularity += A(i, j) - (0.8 * Enumerable.Range(0, 7).Sum(k => A(i, k)) * Enumerable.Range(0, 7).Sum(k => A(k, j)) / m);
                    potts += A(i, j) - (i == j ? 0 : 0.3);
                }

            PartitionQuality.Of(network, community, resolution: 0.8).ShouldBe(modularity / m, 1e-12);
            PartitionQuality.Of(network, community, CommunityQuality.ReichardtBornholdt, 0.8).ShouldBe(modularity, 1e-12);
            PartitionQuality.Of(network, community, CommunityQuality.Cpm, 0.3).ShouldBe(potts, 1e-12);
        }
    }

    [Theory]
    [InlineData(CommunityQuality.Modularity, 1.0, false), InlineData(CommunityQuality.Modularity, 0.6, true), InlineData(CommunityQuality.ReichardtBornholdt, 1.4, false), InlineData(CommunityQuality.Cpm, 0.4, false), InlineData(CommunityQuality.Cpm, 0.35, true)]
    public void On_small_networks_no_division_is_better(CommunityQuality quality, double resolution, bool isDirected)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var network = Graphs.Random(seed, 8, isDirected);
            var best = Graphs.Divisions(8).Max(d => PartitionQuality.Of(network, d, quality, resolution));
            CommunitySearch.Find(network, new() { Quality = quality, Resolution = resolution, Runs = 4 }).Quality.ShouldBe(best, 1e-9, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("karate", 0.4197896), InlineData("karate_w", 0.4449036), InlineData("lesmis_w", 0.5666880), InlineData("davis_women", 0.3360056), InlineData("florentine", 0.39875)]
    public void Proved_optima_are_found(string name, double optimum) => CommunitySearch.Find(Graphs.Public(name)).Quality.ShouldBe(optimum, 5e-8);

    [Theory]
    [InlineData("lfr_250_mu0.1", 0.8335514), InlineData("lfr_1000_mu0.3", 0.5544470), InlineData("lfr_5000_mu0.4", 0.4596162), InlineData("sbm_2000_w", 0.5873185)]
    public void The_best_known_divisions_are_matched(string name, double known) =>
        CommunitySearch.Find(Graphs.Public(name), new() { Runs = 4 }, stop: TestContext.Current.CancellationToken).Quality.ShouldBeGreaterThanOrEqualTo(known - 5e-8);

    [Theory]
    [InlineData("karate"), InlineData("lfr_1000_mu0.3")]
    public void What_the_reference_found_is_worth_what_it_says(string name) =>
        PartitionQuality.Of(Graphs.Public(name), Graphs.Division($"{name}.leiden_modularity")).ShouldBe(name == "karate" ? 0.4197896 : 0.5544470, 5e-8);

    [Fact]
    public void The_Potts_value_is_the_published_one()
    {
        var found = CommunitySearch.Find(Graphs.Public("karate"), new() { Quality = CommunityQuality.Cpm, Resolution = 0.05 });
        found.Quality.ShouldBe(108.8, 1e-9);
        found.Count.ShouldBe(2);
    }

    [Fact]
    public void Communities_hold_together_and_no_move_or_merge_gains() => Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
    {
        var network = Graphs.Random(seed, 5 + (seed % 20), seed % 2 == 1);
        var found = CommunitySearch.Find(network, new() { Runs = 2, Recombine = false, Seed = (ulong)seed });
        var value = found.Quality + 1e-9;
        Enumerable.Range(0, found.Count).ShouldAllBe(own => Graphs.IsConnected(network, found.Community, own));
        value.ShouldBeGreaterThanOrEqualTo(PartitionQuality.Of(network, [.. Enumerable.Range(0, network.Nodes)]));
        for (var node = 0; node < network.Nodes; node++)
            for (var to = 0; to <= found.Count; to++)
            {
                int[] moved = [.. found.Community];
                moved[node] = to;
                PartitionQuality.Of(network, moved).ShouldBeLessThanOrEqualTo(value);
            }

        for (var a = 0; a < found.Count; a++)
            for (var b = 0; b < a; b++)
                PartitionQuality.Of(network, [.. found.Community.Select(c => c == a ? b : c)]).ShouldBeLessThanOrEqualTo(value);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_same_seed_gives_the_same_communities()
    {
        var network = Graphs.Random(5, 60);
        var first = CommunitySearch.Find(network, new() { Seed = 7 });
        CommunitySearch.Find(network, new() { Seed = 7 }).Community.ShouldBe(first.Community);
        CommunitySearch.Find(network, new() { Seed = 7 }).RunQualities.ShouldBe(first.RunQualities);
    }

    [Fact]
    public void Levels_are_made_of_whole_communities()
    {
        var network = Graphs.Random(9, 80);
        var levels = CommunityHierarchy.Of(network, [0.3, 1, 3], new() { Runs = 2 });
        for (var level = 1; level < levels.Count; level++)
        {
            levels[level].Distinct().Count().ShouldBeLessThanOrEqualTo(levels[level - 1].Distinct().Count());
            levels[level - 1].Zip(levels[level]).Distinct().Count().ShouldBe(levels[level - 1].Distinct().Count());
        }

        levels[^1].Distinct().Count().ShouldBeLessThan(levels[0].Distinct().Count());
    }

    [Fact]
    public void Searches_are_brought_to_agree()
    {
        ConsensusCommunities.Of(Graphs.TwoTriangles).Community.ShouldBe([0, 0, 0, 1, 1, 1]);
        var (community, allAgree) = ConsensusCommunities.Of(Graphs.Public("lfr_1000_mu0.3"), stop: TestContext.Current.CancellationToken);
        allAgree.ShouldBeTrue();
        var best = PartitionAgreement.Of(community, Graphs.Division("lfr_1000_mu0.3.truth"));
        best.Ami.ShouldBeGreaterThan(0.9);
        ConsensusCommunities.Of(Network.Of(0, [])).AllAgree.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_one_node_and_no_tie_are_networks_too()
    {
        CommunitySearch.Find(Network.Of(0, [])).Count.ShouldBe(0);
        CommunitySearch.Find(Network.Of(1, [])).Community.ShouldBe([0]);
        CommunitySearch.Find(Network.Of(3, [])).Count.ShouldBe(3);
        CommunitySearch.Find(Network.Of(3, [new(0, 1, 0)])).Quality.ShouldBe(0);
        Network.Of(3, [new(0, 1), new(1, 0, 2), new(2, 2)]).TotalWeight.ShouldBe(4);
        Should.Throw<ArgumentException>(() => Network.Of(2, [new(0, 2)]));
        Should.Throw<ArgumentException>(() => Network.Of(2, [new(0, 1, double.NaN)]));
        Should.Throw<ArgumentOutOfRangeException>(() => CommunitySearch.Find(Network.Of(1, []), new() { Resolution = double.NaN }));
    }
}
