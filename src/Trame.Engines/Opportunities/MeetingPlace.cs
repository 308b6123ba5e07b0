namespace Trame.Engines.Opportunities;

/// <summary>Premises that can be used.</summary>
/// <param name="Id">Its handle.</param>
/// <param name="Area">Its area, or null.</param>
/// <param name="Spot">Where it is.</param>
/// <param name="Seats">People who receive, at once.</param>
/// <param name="Hours">When it is free, every week.</param>
/// <param name="Equipment">What is there.</param>
public sealed record MeetingPlace(string Id, string? Area, GeoSpot Spot, int Seats, WeekHours Hours, IReadOnlyList<string> Equipment);
