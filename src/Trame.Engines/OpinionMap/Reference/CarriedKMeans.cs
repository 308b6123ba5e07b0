using System.Runtime.CompilerServices;

namespace Trame.Engines.OpinionMap.Reference;

/// <summary>k-means of the reference pipeline: starts from the last clusters when there are some, else from the first k distinct points.</summary>
/// <remarks>
/// Lloyd's iterations; empty clusters disappear; stops when the sorted centres each moved by less than 0.01, or after the limit. Carried clusters are centred again on their
/// members, equal ones are merged, and the point farthest from its centre founds a new one until there are k. O(points·k·iterations), and O(points·k) per cluster founded.
/// </remarks>
internal static class CarriedKMeans
{
    private const double Still = 0.01;

    /// <returns>At most k clusters, by id.</returns>
    public static IReadOnlyList<Cluster> Run(NamedPoints points, int k, IReadOnlyList<Cluster>? last, int iterations)
    {
        if (points.Count == 0) return [];
        var clusters = last is { Count: > 0 } ? Carried(points, last, k) : First(points, k);
        for (var left = iterations; ; left--)
        {
            var next = Step(points, clusters);
            if (left == 0 || IsStill(clusters, next)) return [.. next.OrderBy(c => c.Id)];
            clusters = next;
        }
    }

    private static List<Cluster> First(NamedPoints points, int k)
    {
        var seen = new HashSet<(double, double)>();
        var clusters = new List<Cluster>();
        for (var i = 0; i < points.Count && clusters.Count < k; i++)
            if (seen.Add((points.X[i], points.Y[i]))) clusters.Add(new(clusters.Count, [], points.X[i], points.Y[i]));
        return clusters;
    }

    private static List<Cluster> Step(NamedPoints points, List<Cluster> clusters)
    {
        var members = clusters.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < points.Count; i++) members[Nearest(points, i, clusters)].Add(points.Names[i]);
        var next = new List<Cluster>(clusters.Count);
        for (var c = 0; c < clusters.Count; c++)
            if (points.Around(clusters[c].Id, members[c]) is { } moved) next.Add(moved);
        return next;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Nearest(NamedPoints points, int point, List<Cluster> clusters)
    {
        var (best, nearest) = (0, double.PositiveInfinity);
        var (x, y) = (points.X[point], points.Y[point]);
        for (var c = 0; c < clusters.Count; c++)
        {
            var (dx, dy) = (x - clusters[c].X, y - clusters[c].Y);
            var distance = (dx * dx) + (dy * dy);
            if (distance <= nearest) (best, nearest) = (c, distance); // of equal distances, the last: as the reference
        }

        return best;
    }

    private static bool IsStill(List<Cluster> before, List<Cluster> after) =>
        before.OrderBy(c => c.X).ThenBy(c => c.Y).Zip(after.OrderBy(c => c.X).ThenBy(c => c.Y))
            .All(pair => Math.Sqrt(Square(pair.First.X - pair.Second.X) + Square(pair.First.Y - pair.Second.Y)) < Still);

    private static List<Cluster> Carried(NamedPoints points, IReadOnlyList<Cluster> last, int k)
    {
        var clusters = Unique([.. last.Select(c => points.Around(c.Id, c.Members)).OfType<Cluster>()]);
        if (clusters.Count == 0) clusters.Add(points.Around(last.Max(c => c.Id) + 1, points.Names)!);
        var possible = Math.Min(k, points.DistinctCount);
        clusters = Centred(points, clusters);
        while (clusters.Count < possible)
        {
            var (point, distance) = Farthest(points, clusters);
            if (distance <= 0) break;
            var name = points.Names[point];
            var founded = new Cluster(clusters.Max(c => c.Id) + 1, [name], points.X[point], points.Y[point]);
            clusters = Centred(points, [.. clusters.Select(c => c.Members.Contains(name) ? c with { Members = [.. c.Members.Where(m => m != name)] } : c), founded]);
        }

        return clusters;
    }

    private static List<Cluster> Centred(NamedPoints points, List<Cluster> clusters) =>
        [.. clusters.Select(c => points.Around(c.Id, c.Members)).OfType<Cluster>()];

    private static List<Cluster> Unique(List<Cluster> clusters)
    {
        var unique = new List<Cluster>();
        foreach (var cluster in clusters)
        {
            var same = unique.FindIndex(c => c.X == cluster.X && c.Y == cluster.Y);
            if (same < 0) unique.Add(cluster);
            else unique[same] = unique[same] with { Id = (cluster.Members.Count >= unique[same].Members.Count ? cluster : unique[same]).Id, Members = [.. unique[same].Members, .. cluster.Members] };
        }

        return unique;
    }

    private static (int Point, double Distance) Farthest(NamedPoints points, List<Cluster> clusters)
    {
        var (farthest, distance) = (-1, -1.0);
        for (var i = 0; i < points.Count; i++)
        {
            var nearest = clusters[Nearest(points, i, clusters)];
            var here = points.Distance(i, nearest.X, nearest.Y);
            if (here >= distance) (farthest, distance) = (i, here);
        }

        return (farthest, distance);
    }

    private static double Square(double x) => x * x;
}
