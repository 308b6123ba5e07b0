namespace Trame.Connect.SharedPlaces;

/// <summary>Something is broken, or people do not get along: both are told, both are answered.</summary>
public enum IncidentKind { Broken, Dirty, Noise, Conflict, Keys, Other }
