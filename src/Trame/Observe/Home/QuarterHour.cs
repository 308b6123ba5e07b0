using Trame.Foundation.Geo;

namespace Trame.Observe.Home;

/// <summary>How far a quarter of an hour goes, as the crow flies, on a road 1.3 times longer than the line: 15 km/h by bicycle, 40 km/h by car. Hypotheses, said on the page.</summary>
public static class QuarterHour
{
    public const double RideMetres = 15.0 / 60 * 15_000 / 1.3;
    public const double DriveMetres = 15.0 / 60 * 40_000 / 1.3;

    /// <summary>Metres from each commune to the nearest point where something is open; 0 where the commune itself has something.</summary>
    public static IReadOnlyDictionary<Guid, double?> Nearest(IReadOnlyList<(Guid Id, double? Latitude, double? Longitude, int Open)> communes, IReadOnlyList<GeoPoint> open)
    {
        var grid = open.ToLookup(p => Cell(p.Latitude, p.Longitude));
        return communes.ToDictionary(c => c.Id, c => c.Open > 0 ? 0 : c.Latitude is { } lat && c.Longitude is { } lon ? Search(new GeoPoint(lon, lat), grid, open) : null);
    }

    // Cells of a quarter of a degree: the ring around first, everything only when it is empty.
    private static double? Search(GeoPoint from, ILookup<(int, int), GeoPoint> grid, IReadOnlyList<GeoPoint> all)
    {
        var (row, column) = Cell(from.Latitude, from.Longitude);
        var near = Enumerable.Range(-1, 3).SelectMany(i => Enumerable.Range(-1, 3).SelectMany(j => grid[(row + i, column + j)])).ToList();
        var candidates = near.Count > 0 ? near : all;
        return candidates.Count == 0 ? null : candidates.Min(p => GeoDistance.Metres(from, p));
    }

    private static (int, int) Cell(double latitude, double longitude) => ((int)Math.Floor(latitude * 4), (int)Math.Floor(longitude * 4));
}
