namespace Trame.Engines.OpinionMap.Reference;

/// <summary>Mean silhouette of a clustering, every point counting once; a point alone in its cluster counts 0.</summary>
/// <remarks>s = (b − a) / max(a, b), a the mean distance to the others of one's cluster, b the smallest mean distance to another cluster (Rousseeuw 1987). O(points²): base clusters only, at most 100.</remarks>
internal static class Silhouette
{
    public static double Of(NamedPoints points, IReadOnlyList<Cluster> clusters)
    {
        var places = clusters.Select(c => points.PlacesOf(c.Members).ToArray()).ToArray();
        var (sum, count) = (0.0, 0);
        for (var own = 0; own < places.Length; own++)
            foreach (var point in places[own])
            {
                sum += OfPoint(points, places, own, point);
                count++;
            }

        return count == 0 ? 0 : sum / count;
    }

    private static double OfPoint(NamedPoints points, int[][] places, int own, int point)
    {
        if (places[own].Length == 1) return 0;
        var (inside, outside) = (0.0, double.PositiveInfinity);
        for (var c = 0; c < places.Length; c++)
        {
            var sum = 0.0;
            foreach (var other in places[c]) sum += points.Distance(point, points.X[other], points.Y[other]);
            if (c == own) inside = sum / (places[c].Length - 1);
            else outside = Math.Min(outside, sum / places[c].Length);
        }

        return double.IsPositiveInfinity(outside) || Math.Max(inside, outside) == 0 ? 0 : (outside - inside) / Math.Max(inside, outside);
    }
}
