namespace Trame.Engines.Opportunities;

/// <summary>A need that was said, with consent: never deduced.</summary>
/// <param name="Id">Its handle.</param>
/// <param name="Kind">Index of its kind.</param>
/// <param name="Area">Area it belongs to, for fairness between areas.</param>
/// <param name="Spot">Point it is said from; the centre of the area when only the area is said.</param>
/// <param name="ReachMetres">How far it can go by road.</param>
/// <param name="Mode">How it can move.</param>
/// <param name="Hours">When.</param>
/// <param name="Weight">How much covering it counts, above 0: the same for all unless the territory says otherwise.</param>
/// <param name="Sessions">Meetings a week that are wished, in [1, 3].</param>
/// <param name="Groups">Voluntary marginals, at most 64 different in a file: « age:60+ ».</param>
public sealed record Need(string Id, int Kind, string Area, GeoSpot Spot, double ReachMetres, TravelMode Mode, WeekHours Hours, double Weight, int Sessions, IReadOnlyList<string> Groups);
