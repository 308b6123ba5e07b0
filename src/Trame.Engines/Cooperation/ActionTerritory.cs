namespace Trame.Engines.Cooperation;

/// <summary>The territory that cooperation draws beside the one that was prescribed (S0-82). Both stay; neither is the right one.</summary>
/// <param name="Agreement">Between communities and territories.</param>
/// <param name="ExpectedAmi">Mean of <see cref="PartitionAgreement.Ami"/> when territories are dealt at random to the nodes, sizes kept.</param>
/// <param name="P">How often such a deal agrees at least as much: (1 + those)/(1 + deals). Small: communities do follow the borders.</param>
/// <param name="AcrossShare">Share of the weight of ties that crosses a border, in [0, 1]; null without ties.</param>
/// <param name="AcrossExpected">Its mean over the same deals.</param>
/// <param name="AcrossP">How often a deal crosses no more: small when borders do hold ties back.</param>
/// <param name="Borders">Each two territories that both have ties, most permeable first.</param>
/// <param name="Home">For each community, the territory of most of its nodes (the smaller number of equals); a node elsewhere works beyond its border, which a map can show.</param>
public sealed record ActionTerritory(PartitionAgreement Agreement, double ExpectedAmi, double P, double? AcrossShare, double AcrossExpected, double AcrossP, IReadOnlyList<Border> Borders, IReadOnlyList<int> Home)
{
    /// <param name="network">Undirected.</param>
    /// <param name="community">Community of each node, from 0.</param>
    /// <param name="territory">Prescribed territory of each node, from 0.</param>
    /// <param name="deals">Deals at random, at least 19.</param>
    /// <param name="seed">Same seed, same p-values.</param>
    /// <param name="stop">Cancels between two deals.</param>
    /// <exception cref="ArgumentException">Lengths differ, the network is directed or empty.</exception>
    public static ActionTerritory Of(Network network, IReadOnlyList<int> community, IReadOnlyList<int> territory, int deals = 999, ulong seed = 1, CancellationToken stop = default)
    {
        if (network.IsDirected || network.Nodes == 0 || community.Count != network.Nodes || territory.Count != network.Nodes)
            throw new ArgumentException("An undirected network with a community and a territory for each node is needed.", nameof(network));
        ArgumentOutOfRangeException.ThrowIfLessThan(deals, 19);
        var (agreement, across, chance) = (PartitionAgreement.Of(community, territory), Across(network, territory), new BorderNull(territory, seed));
        var (ami, crossed, asMuch, noMore) = (0.0, 0.0, 1, 1);
        for (var deal = 0; deal < deals; deal++)
        {
            stop.ThrowIfCancellationRequested();
            var dealt = chance.Next();
            var (dealtAmi, dealtAcross) = (PartitionAgreement.Of(community, dealt).Ami, Across(network, dealt));
            (ami, crossed) = (ami + dealtAmi, crossed + dealtAcross);
            if (dealtAmi >= agreement.Ami - 1e-12) asMuch++;
            if (dealtAcross <= across + 1e-12) noMore++;
        }

        return new(
            agreement, ami / deals, asMuch / (deals + 1.0), network.To.Length == 0 ? null : across, crossed / deals, noMore / (deals + 1.0), [.. BordersOf(network, territory)], HomeOf(community, territory));
    }

    private static double Across(Network network, IReadOnlyList<int> territory)
    {
        var (across, all) = (0.0, 0.0);
        for (var node = 0; node < network.Nodes; node++)
            for (var k = network.Start[node]; k < network.Start[node + 1]; k++)
            {
                all += network.Weight[k];
                if (territory[node] != territory[network.To[k]]) across += network.Weight[k];
            }

        return all > 0 ? across / all : 0;
    }

    private static IEnumerable<Border> BordersOf(Network network, IReadOnlyList<int> territory)
    {
        var count = territory.Max() + 1;
        var (strength, across) = (new double[count], new Dictionary<(int, int), double>());
        for (var node = 0; node < network.Nodes; node++)
        {
            strength[territory[node]] += network.Strength(node);
            for (var k = network.Start[node]; k < network.Start[node + 1]; k++)
                if (territory[node] < territory[network.To[k]])
                    across[(territory[node], territory[network.To[k]])] = across.GetValueOrDefault((territory[node], territory[network.To[k]])) + network.Weight[k];
        }

        return from a in Enumerable.Range(0, count)
               from b in Enumerable.Range(a + 1, count - a - 1)
               where strength[a] > 0 && strength[b] > 0
               let border = new Border(a, b, across.GetValueOrDefault((a, b)), strength[a] * strength[b] / (2 * network.TotalWeight))
               orderby border.Permeability descending
               select border;
    }

    private static int[] HomeOf(IReadOnlyList<int> community, IReadOnlyList<int> territory) =>
        [.. Enumerable.Range(0, community.Max() + 1).Select(own => Enumerable.Range(0, community.Count).Where(n => community[n] == own).GroupBy(n => territory[n]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault(-1))];
}
