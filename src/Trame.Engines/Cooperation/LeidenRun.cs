using Trame.Engines.OpinionMap;

namespace Trame.Engines.Cooperation;

/// <summary>Leiden from a division to a better one, over and over until a pass gains nothing (Traag, Waltman and Van Eck 2019, "From Louvain to Leiden").</summary>
internal sealed class LeidenRun(LeidenGraph graph, ulong seed, double warmth)
{
    private const double Least = 1e-11; // of the total weight: less is rounding
    private readonly SeededRandom _chance = new(seed);
    private readonly double _total = graph.Weight.Sum();
    private readonly LocalMoving _moving = new(graph.Count, new(seed ^ 0x5DEECE66D));
    private readonly int[] _part = new int[graph.Count];

    /// <summary>Improves <paramref name="community"/> in place; labels end as 0, 1, 2… and each community is connected.</summary>
    public void Improve(int[] community, int iterations, CancellationToken stop)
    {
        for (var pass = 0; pass < iterations; pass++)
            if (Pass(community, stop) <= Least * _total) return;
    }

    internal double Pass(int[] community, CancellationToken stop)
    {
        var (level, own, gained) = (graph, community.AsSpan().ToArray(), 0.0);
        var node = Enumerable.Range(0, graph.Count).ToArray(); // where each node of the network is at this level
        Members.Renumber(own);
        var refinement = new Refinement(graph.Count, _chance, warmth * _total / Math.Max(1, graph.To.Length));
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            gained += _moving.Improve(level, own, stop);
            var communities = Members.Renumber(own.AsSpan(0, level.Count));
            if (communities == level.Count) break;
            var parts = refinement.Refine(level, own, _part);
            if (parts == level.Count) // nothing gains by holding together: the communities themselves go up
            {
                own.AsSpan(0, level.Count).CopyTo(_part);
                parts = communities;
            }

            var above = new int[parts];
            for (var k = 0; k < level.Count; k++) above[_part[k]] = own[k];
            level = level.Merge(_part, parts);
            for (var k = 0; k < node.Length; k++) node[k] = _part[node[k]];
            own = above;
        }

        for (var k = 0; k < node.Length; k++) community[k] = own[node[k]];
        return gained;
    }
}
