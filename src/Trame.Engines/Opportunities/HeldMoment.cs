namespace Trame.Engines.Opportunities;

/// <summary>A moment that is already held every week and has free seats.</summary>
/// <param name="Id">Its handle.</param>
/// <param name="Kind">Index of its kind.</param>
/// <param name="Area">Its area, or null.</param>
/// <param name="Spot">Where.</param>
/// <param name="Start">First hour in the week.</param>
/// <param name="Hours">Length in hours.</param>
/// <param name="FreeSeats">Seats left.</param>
public sealed record HeldMoment(string Id, int Kind, string? Area, GeoSpot Spot, int Start, int Hours, int FreeSeats);
