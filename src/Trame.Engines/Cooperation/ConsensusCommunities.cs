namespace Trame.Engines.Cooperation;

/// <summary>Communities on which many searches agree, rather than the one that scores best.</summary>
/// <remarks>Each tie is weighed again by the share of searches that had its two ends together, weak ones are dropped, and the search starts anew, until all agree
/// (Lancichinetti and Fortunato 2012, "Consensus clustering in complex networks", on the ties that exist, as Tandon et al. 2019). O(rounds × runs × ties).</remarks>
public static class ConsensusCommunities
{
    private const int MostRounds = 20;

    /// <param name="network">Undirected.</param>
    /// <param name="options">Quality, resolution, seed and runs; runs are not recombined here.</param>
    /// <param name="threshold">Share below which a tie is dropped, in [0, 1].</param>
    /// <param name="stop">Cancels within a pass.</param>
    /// <returns>Community of each node, 0 the largest; and whether all searches ended alike within twenty rounds (if not, the best of the last round).</returns>
    /// <exception cref="ArgumentException">The network is directed.</exception>
    public static (IReadOnlyList<int> Community, bool AllAgree) Of(Network network, LeidenOptions? options = null, double threshold = 0.2, CancellationToken stop = default)
    {
        if (network.IsDirected) throw new ArgumentException("An undirected network is needed.", nameof(network));
        options = (options ?? new()) with { Recombine = false };
        options.Check();
        if (network.Nodes == 0) return ([], true);
        for (var (round, now) = (1, network); ; round++)
        {
            var asked = options with { Seed = unchecked(options.Seed + ((ulong)round << 40)) };
            var runs = new Recombination(LeidenGraph.Of(now, options.Quality, options.Resolution), asked).Runs(null, stop);
            var allAgree = runs.All(r => Overlay.Of([r.Community]).AsSpan().SequenceEqual(Overlay.Of([runs[0].Community])));
            if (!allAgree && round < MostRounds) { now = Weighed(now, runs, threshold); continue; }
            var community = allAgree ? runs[0].Community : runs.MaxBy(r => r.Gain)!.Community;
            Members.LargestFirst(community);
            return (community, allAgree);
        }
    }

    private static Network Weighed(Network network, IReadOnlyList<Division> runs, double threshold)
    {
        var ties = new List<Tie>();
        for (var node = 0; node < network.Nodes; node++)
            foreach (var other in network.Neighbours(node))
                if (node < other && (double)runs.Count(r => r.Community[node] == r.Community[other]) / runs.Count is var share && share > 0 && share >= threshold) ties.Add(new(node, other, share));
        return Network.Of(network.Nodes, ties);
    }
}
