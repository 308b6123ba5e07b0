namespace Trame.Connect.SharedPlaces;

/// <summary>Who holds the door, under a first name, and the code that lets them step back.</summary>
public sealed record OpeningHost(string Name, string Code);
