namespace Trame.Engines.Opportunities;

/// <summary>Minutes from a door to a place: the straight line times a detour factor at the speed of the mode, or a given matrix between areas.</summary>
/// <param name="Detour">Road over straight line, at least 1; 1.3 by default (Boscoe, Henry and Zdeb 2012 measure 1.4 for roads in the United States; on foot in towns about 1.3).</param>
/// <param name="Matrix">Minutes from area to area, for all modes; a pair that is absent falls back on the straight line.</param>
public sealed record TravelTime(double Detour = 1.3, IReadOnlyDictionary<(string From, string To), double>? Matrix = null)
{
    private static readonly double[] MetresPerMinute = [4000 / 60.0, 13000 / 60.0, 16000 / 60.0, 35000 / 60.0];

    /// <summary>Minutes between two points, one way.</summary>
    public double Minutes(GeoSpot from, string? fromArea, GeoSpot to, string? toArea, TravelMode mode) =>
        Matrix is not null && fromArea is not null && toArea is not null && Matrix.TryGetValue((fromArea, toArea), out var told) ? told
        : from.MetresTo(to) * Detour / MetresPerMinute[(int)mode];
}
