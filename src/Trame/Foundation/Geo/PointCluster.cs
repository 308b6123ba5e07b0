namespace Trame.Foundation.Geo;

/// <summary>The points of one grid cell, or of neighbouring cells whose marks would touch.</summary>
/// <param name="Cell">Id of the cell, the first of several; see <see cref="TileGrid.CellOf"/>.</param>
/// <param name="Ids">Their ids, in the order they were given.</param>
/// <param name="Mean">Mean of their positions.</param>
/// <param name="Bounds">The smallest box that holds them: what to zoom on.</param>
public sealed record PointCluster(long Cell, IReadOnlyList<string> Ids, GeoPoint Mean, GeoBox Bounds)
{
    public int Count => Ids.Count;

    /// <summary>Both as one, between the two by their weights.</summary>
    internal PointCluster With(PointCluster other)
    {
        var share = (double)other.Count / (Count + other.Count);
        return new PointCluster(Math.Min(Cell, other.Cell), [.. Ids, .. other.Ids],
            new GeoPoint(Mean.Longitude + share * (other.Mean.Longitude - Mean.Longitude), Mean.Latitude + share * (other.Mean.Latitude - Mean.Latitude)),
            new GeoBox(Math.Min(Bounds.West, other.Bounds.West), Math.Min(Bounds.South, other.Bounds.South), Math.Max(Bounds.East, other.Bounds.East), Math.Max(Bounds.North, other.Bounds.North)));
    }
}
