namespace Trame.Registers.Occasions;

/// <summary>One stop of an itinerant place: where, and when in the same grammar as opening hours (weeks may alternate).</summary>
public sealed record Stop(string Name, Guid? TerritoryId, double? Latitude, double? Longitude, string Hours);
