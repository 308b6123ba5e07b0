namespace Trame.Engines.Cooperation;

/// <summary>The best communities that several runs of Leiden find, alone then together, and how alike their answers are.</summary>
/// <remarks>
/// Runs are independent (Traag, Waltman and Van Eck 2019). Then what they all agree on becomes the nodes of a smaller network, searched again, as long as that gains
/// (core groups: Ovelgönne and Geyer-Schulz 2013, "An ensemble learning strategy for graph clustering"). No proof of optimality. Deterministic for a seed, whatever the number of cores.
/// </remarks>
public static class CommunitySearch
{
    /// <param name="network">Undirected or directed.</param>
    /// <param name="options">What to look for; null: modularity, ten runs.</param>
    /// <param name="progress">Share of the runs that are done, from 0 to 1.</param>
    /// <param name="stop">Cancels within a pass.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static Communities Find(Network network, LeidenOptions? options = null, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        options ??= new();
        options.Check();
        if (network.Nodes == 0) return new([], 0, 0, [], null, [], []);
        var graph = LeidenGraph.Of(network, options.Quality, options.Resolution);
        var search = new Recombination(graph, options);
        var runs = search.Runs(progress, stop);
        var community = search.Best(runs, stop).Community.AsSpan().ToArray();
        var count = Members.LargestFirst(community);
        var (cores, jaccard) = (Overlay.Of([.. runs.Select(r => r.Community)]), runs.Count > 1 ? Found(community, count, runs) : []);
        return new(community, count, Value(community), [.. runs.Select(r => Value(r.Community))], Agreement(runs), jaccard, cores);

        double Value(int[] division) => PartitionQuality.Of(network, division, options.Quality, options.Resolution);
    }

    private static double? Agreement(IReadOnlyList<Division> runs)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i < runs.Count; i++)
            for (var j = 0; j < i; j++, pairs++) sum += PartitionAgreement.Of(runs[i].Community, runs[j].Community).Rand;
        return pairs == 0 ? null : sum / pairs;
    }

    private static double[] Found(int[] community, int count, IReadOnlyList<Division> runs)
    {
        var found = new double[count];
        var sizes = new int[count];
        foreach (var own in community) sizes[own]++;
        foreach (var run in runs)
        {
            var (best, both, other) = (new double[count], new Dictionary<(int Own, int Run), int>(), new int[run.Community.Max() + 1]);
            for (var node = 0; node < community.Length; node++)
            {
                other[run.Community[node]]++;
                both[(community[node], run.Community[node])] = both.GetValueOrDefault((community[node], run.Community[node])) + 1;
            }

            foreach (var ((own, there), together) in both) best[own] = Math.Max(best[own], (double)together / (sizes[own] + other[there] - together));
            for (var own = 0; own < count; own++) found[own] += best[own] / runs.Count;
        }

        return found;
    }
}
