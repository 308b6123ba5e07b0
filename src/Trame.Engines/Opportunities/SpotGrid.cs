namespace Trame.Engines.Opportunities;

/// <summary>Points in square cells of about two kilometres: the nearest ones without looking at all of them.</summary>
internal sealed class SpotGrid
{
    private const double Cell = 2000, Degree = 111195;

    private readonly IReadOnlyList<GeoSpot> _spots;
    private readonly Dictionary<(int, int), List<int>> _cells = [];
    private readonly double _east;

    public SpotGrid(IReadOnlyList<GeoSpot> spots)
    {
        _spots = spots;
        _east = Degree * Math.Max(0.01, Math.Cos((spots.Count == 0 ? 46 : spots.Average(s => s.Latitude)) * Math.PI / 180));
        for (var i = 0; i < spots.Count; i++)
        {
            if (!_cells.TryGetValue(CellOf(spots[i]), out var cell)) _cells[CellOf(spots[i])] = cell = [];
            cell.Add(i);
        }
    }

    /// <summary>At most so many points within so many metres in a straight line, nearest first; ties by number.</summary>
    public List<(double Metres, int Spot)> Nearest(GeoSpot from, double metres, int most)
    {
        var found = new List<(double Metres, int Spot)>();
        var (x, y) = CellOf(from);
        var rings = (int)Math.Min(Math.Ceiling(metres / Cell) + 1, 400);
        for (var ring = 0; ring <= rings; ring++)
        {
            if (found.Count >= most && found.Count(f => f.Metres <= (ring - 1) * Cell * 0.9) >= most) break; // nothing nearer is left: 0.9, the cells shrink away from the mean latitude
            for (var dx = -ring; dx <= ring; dx++)
                for (var dy = -ring; dy <= ring; dy += Math.Abs(dx) == ring || ring == 0 ? 1 : 2 * ring)
                    if (_cells.TryGetValue((x + dx, y + dy), out var cell))
                        foreach (var spot in cell)
                            if (from.MetresTo(_spots[spot]) is var far && far <= metres) found.Add((far, spot));
        }
        found.Sort();
        if (found.Count > most) found.RemoveRange(most, found.Count - most);
        return found;
    }

    private (int, int) CellOf(GeoSpot spot) => ((int)Math.Floor(spot.Longitude * _east / Cell), (int)Math.Floor(spot.Latitude * Degree / Cell));
}
