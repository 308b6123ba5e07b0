namespace Trame.Foundation.Geo;

/// <summary>Joins clusters until the marks that stand for them cannot touch: each keeps a square of <see cref="MarkPixels"/> to itself.</summary>
/// <remarks>
/// A cluster too near one already laid joins it, and both move to their common mean, until none is near. Squares as wide as a mark hold one mark at most, so
/// only the nine around it are looked at: O(n), since every joining leaves one cluster fewer.
/// </remarks>
internal static class MarkSpacing
{
    /// <summary>A mark takes a finger (44 px) and some air.</summary>
    public const double MarkPixels = 48;

    public static IReadOnlyList<PointCluster> Apart(IEnumerable<PointCluster> clusters, double zoom)
    {
        var laid = new Dictionary<(long Column, long Row), PointCluster>();
        foreach (var cluster in clusters)
        {
            var joined = cluster;
            while (Near(joined) is { } spot && laid.Remove(spot, out var other)) joined = other.With(joined);
            laid[SpotOf(joined)] = joined;
        }
        return [.. laid.Values.OrderBy(c => c.Cell)];

        (long Column, long Row)? Near(PointCluster cluster)
        {
            var (x, y) = At(cluster);
            var (column, row) = SpotOf(cluster);
            for (var dx = -1; dx <= 1; dx++)
                for (var dy = -1; dy <= 1; dy++)
                    if (laid.TryGetValue((column + dx, row + dy), out var other) && At(other) is var (otherX, otherY) && Math.Abs(otherX - x) < 1 && Math.Abs(otherY - y) < 1)
                        return (column + dx, row + dy);
            return null;
        }

        (long Column, long Row) SpotOf(PointCluster cluster) => At(cluster) is var (x, y) ? ((long)Math.Floor(x), (long)Math.Floor(y)) : default;

        (double X, double Y) At(PointCluster cluster)
        {
            var (x, y) = TileGrid.WorldOf(cluster.Mean);
            var marksAcross = TileGrid.TilePixels * Math.Pow(2, zoom) / MarkPixels;
            return (x * marksAcross, y * marksAcross);
        }
    }
}
