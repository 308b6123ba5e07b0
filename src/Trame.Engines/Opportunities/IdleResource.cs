namespace Trame.Engines.Opportunities;

/// <summary>Something that is there and little used: a skill and the time to share it, or equipment that is lent.</summary>
/// <param name="Id">Its handle.</param>
/// <param name="Kinds">Indices of the kinds it can lead; none for equipment.</param>
/// <param name="Equipment">Words of the equipment it lends.</param>
/// <param name="Area">Its area, or null.</param>
/// <param name="Spot">Where it is.</param>
/// <param name="RadiusMetres">How far it goes by road.</param>
/// <param name="Mode">How it moves.</param>
/// <param name="Hours">When, every week.</param>
/// <param name="Most">Bundles a week at most.</param>
/// <param name="Need">Index of the need that the same person said, or −1: who gives also receives.</param>
public sealed record IdleResource(string Id, IReadOnlyList<int> Kinds, IReadOnlyList<string> Equipment, string? Area, GeoSpot Spot, double RadiusMetres, TravelMode Mode, WeekHours Hours, int Most, int Need);
