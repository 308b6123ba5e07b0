namespace Trame.Engines.Mixing.Spatial;

/// <summary>Segregation by distance: how alike people are who live so far apart, band by band. Statistical mixing only.</summary>
/// <remarks>The scale at which the ratio reaches 1 is that of the segregation. People of one point are at distance 0. O(points² × groups).</remarks>
public static class DistanceBands
{
    /// <param name="points">Metres east and north of each point (the centre of a grid cell, of a neighbourhood).</param>
    /// <param name="counts">People of each group at the same points.</param>
    /// <param name="edges">Ends of the bands in metres, ascending, two at least; a pair farther than the last counts in the whole only.</param>
    /// <param name="stop">Cancels between two points.</param>
    /// <exception cref="ArgumentException">Lengths differ, or the edges do not ascend.</exception>
    public static IReadOnlyList<DistanceBand> Of(IReadOnlyList<(double East, double North)> points, CountTable counts, IReadOnlyList<double> edges, CancellationToken stop = default)
    {
        if (points.Count != counts.Units) throw new ArgumentException("Counts for each point are needed.", nameof(counts));
        if (edges.Count < 2 || edges.Zip(edges.Skip(1)).Any(e => !(e.First < e.Second))) throw new ArgumentException("Edges ascend.", nameof(edges));
        double[] ends = [.. edges];
        var (all, cross) = (new long[ends.Length - 1], new long[ends.Length - 1]);
        for (var a = 0; a < points.Count; a++)
        {
            stop.ThrowIfCancellationRequested();
            for (var b = 0; b <= a; b++)
            {
                var distance = Math.Sqrt(Math.Pow(points[a].East - points[b].East, 2) + Math.Pow(points[a].North - points[b].North, 2));
                var band = Array.BinarySearch(ends, distance) is var at && at >= 0 ? at : ~at - 1;
                if (band < 0 || band >= all.Length) continue;
                var (pairs, same) = Pairs(counts, a, b);
                all[band] += pairs;
                cross[band] += pairs - same;
            }
        }

        var whole = CoPresence.Of(new CountTable([counts.GroupTotals.Select(t => checked((int)t)).ToArray()])).Share;
        return [.. Enumerable.Range(0, all.Length).Select(k => new DistanceBand(ends[k], ends[k + 1], all[k], (double)cross[k] / all[k], (double)cross[k] / all[k] / whole))];
    }

    private static (long Pairs, long Same) Pairs(CountTable counts, int a, int b)
    {
        if (a == b) return (CoPresence.Pairs(counts.UnitTotals[a]), counts.Unit(a).Sum(c => CoPresence.Pairs(c)));
        var same = 0L;
        for (var group = 0; group < counts.Groups; group++) same += (long)counts[a, group] * counts[b, group];
        return (counts.UnitTotals[a] * counts.UnitTotals[b], same);
    }
}
