using Trame.Foundation.Geo;

namespace Trame.Demo;

/// <summary>Where an invented thing may stand: nearer to the centre of its own commune than to any other, with a margin, since centres are all that is shipped of the communes.</summary>
internal sealed class DemoGround(IReadOnlyList<DemoCommune> communes)
{
    private const double Share = 0.4; // of the way to the nearest other centre: the border of the approximate cell is at one half
    private const double MostMetres = 2_500; // a village and its hamlets
    private const double MetresPerDegree = 111_320;

    private readonly ILookup<(int, int), DemoCommune> _grid = communes.Where(c => c.Latitude is not null && c.Longitude is not null).ToLookup(c => Cell(c.Latitude!.Value, c.Longitude!.Value));
    private readonly Dictionary<Guid, double> _rooms = [];

    /// <summary>A place of the commune, from two parts of chance in [0, 1[: as many per hectare everywhere.</summary>
    public (double Latitude, double Longitude) Somewhere(DemoCommune commune, double turn, double far)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * turn);
        var metres = Room(commune) * Math.Sqrt(far);
        return At(commune, metres * sine, metres * cosine);
    }

    /// <summary>The place itself when it is of the commune; otherwise the nearest to it that is, on the way to the centre.</summary>
    public (double Latitude, double Longitude) Within(DemoCommune commune, double latitude, double longitude)
    {
        if (commune is not { Latitude: { } lat, Longitude: { } lon }) return (latitude, longitude);
        var (north, east) = ((latitude - lat) * MetresPerDegree, (longitude - lon) * MetresPerDegree * Math.Cos(lat * Math.PI / 180));
        var (away, room) = (Math.Sqrt((north * north) + (east * east)), Share * ToNearest(commune));
        return away <= room ? (latitude, longitude) : At(commune, north / away * room, east / away * room);
    }

    private static (double, double) At(DemoCommune commune, double north, double east)
    {
        var (lat, lon) = (commune.Latitude!.Value, commune.Longitude!.Value);
        return (Math.Round(lat + (north / MetresPerDegree), 5), Math.Round(lon + (east / MetresPerDegree / Math.Cos(lat * Math.PI / 180)), 5));
    }

    private double Room(DemoCommune commune) => Math.Min(MostMetres, Share * ToNearest(commune));

    // A commune with no other within a quarter of a degree has all the room there is.
    private double ToNearest(DemoCommune commune)
    {
        if (_rooms.TryGetValue(commune.Id, out var known)) return known;
        var here = new GeoPoint(commune.Longitude!.Value, commune.Latitude!.Value);
        var (row, column) = Cell(here.Latitude, here.Longitude);
        var around = Enumerable.Range(-1, 3).SelectMany(i => Enumerable.Range(-1, 3).SelectMany(j => _grid[(row + i, column + j)])).Where(c => c.Id != commune.Id).ToList();
        return _rooms[commune.Id] = around.Count == 0 ? MostMetres / Share : around.Min(c => GeoDistance.Metres(here, new GeoPoint(c.Longitude!.Value, c.Latitude!.Value)));
    }

    private static (int, int) Cell(double latitude, double longitude) => ((int)Math.Floor(latitude * 4), (int)Math.Floor(longitude * 4));
}
