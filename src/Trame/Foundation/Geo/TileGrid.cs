namespace Trame.Foundation.Geo;

/// <summary>The square grid of web maps: 2^level by 2^level cells of the Mercator world, cut at 85.0511° (OGC 17-083r4, WebMercatorQuad).</summary>
/// <remarks>
/// A cell's id is its column and row with their bits interleaved (Morton 1966), so the four cells of the next level follow each other and a cell of a
/// coarse level is one range of ids of a fine level: a single indexed column serves every zoom.
/// </remarks>
public static class TileGrid
{
    /// <summary>Finest level: cells of about 15 cm at the equator, ids of 56 bits.</summary>
    public const int MaxLevel = 28;

    /// <summary>The level to store in a column: cells of about 10 m at the equator.</summary>
    public const int StoredLevel = 22;

    /// <summary>Side of a map tile on the screen.</summary>
    public const int TilePixels = 256;

    private const double MaxLatitude = 85.051128779806604;
    private const int ClusterLevelsBelowTile = 2; // points of a square of 64 px are counted together

    /// <summary>Id of the cell that holds the point, from 0 to 4^level - 1.</summary>
    public static long CellOf(double latitude, double longitude, int level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, MaxLevel);
        var (east, south) = WorldOf(new GeoPoint(longitude, latitude));
        var side = 1L << level;
        return Spread(Step(south, side)) << 1 | Spread(Step(east, side));
    }

    /// <summary>Where a point stands on the square of the Mercator world: shares of its side, from the west and from the north.</summary>
    public static (double East, double South) WorldOf(GeoPoint point)
    {
        var radians = Math.Clamp(point.Latitude, -MaxLatitude, MaxLatitude) * Math.PI / 180;
        return ((point.Longitude + 180) / 360, (1 - Math.Asinh(Math.Tan(radians)) / Math.PI) / 2);
    }

    /// <summary>The cell of a coarser level that holds this one.</summary>
    public static long ParentOf(long cell, int levelsUp = 1) => cell >> 2 * levelsUp;

    /// <summary>First and last id, at a finer level, of what this cell holds: <c>WHERE cell BETWEEN first AND last</c>.</summary>
    public static (long First, long Last) RangeOf(long cell, int level, int storedLevel = StoredLevel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(storedLevel, level);
        var shift = 2 * (storedLevel - level);
        return (cell << shift, ((cell + 1) << shift) - 1);
    }

    /// <summary>Level of the clusters for a zoom of the map.</summary>
    public static int LevelFor(int zoom) => Math.Clamp(zoom + ClusterLevelsBelowTile, 0, MaxLevel);

    /// <summary>One cluster per cell that is not empty, those whose marks would touch joined, in the order of the cells.</summary>
    public static IReadOnlyList<PointCluster> Clusters(IEnumerable<GridPoint> points, int zoom)
    {
        ArgumentNullException.ThrowIfNull(points);
        var level = LevelFor(zoom);
        var cells = points.GroupBy(p => CellOf(p.At.Latitude, p.At.Longitude, level)).OrderBy(cell => cell.Key).Select(cell => Cluster(cell.Key, [.. cell]));
        return MarkSpacing.Apart(cells, zoom);
    }

    private static PointCluster Cluster(long cell, GridPoint[] points)
    {
        var bounds = new GeoBox(
            points.Min(p => p.At.Longitude), points.Min(p => p.At.Latitude), points.Max(p => p.At.Longitude), points.Max(p => p.At.Latitude));
        // A mean may leave the bounds by a rounding; kept inside so that the map never zooms beside its points.
        var mean = new GeoPoint(
            Math.Clamp(points.Average(p => p.At.Longitude), bounds.West, bounds.East), Math.Clamp(points.Average(p => p.At.Latitude), bounds.South, bounds.North));
        return new PointCluster(cell, [.. points.Select(p => p.Id)], mean, bounds);
    }

    private static long Step(double share, long side) => Math.Clamp((long)(share * side), 0, side - 1);

    // Opens a gap of one bit between the bits of a number of up to 28 bits.
    private static long Spread(long bits)
    {
        bits = (bits | bits << 16) & 0x0000_FFFF_0000_FFFF;
        bits = (bits | bits << 8) & 0x00FF_00FF_00FF_00FF;
        bits = (bits | bits << 4) & 0x0F0F_0F0F_0F0F_0F0F;
        bits = (bits | bits << 2) & 0x3333_3333_3333_3333;
        return (bits | bits << 1) & 0x5555_5555_5555_5555;
    }
}
