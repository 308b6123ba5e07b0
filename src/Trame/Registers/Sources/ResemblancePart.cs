namespace Trame.Registers.Sources;

/// <summary>One thing that was compared.</summary>
/// <param name="What">name, address, phone, siret, distance.</param>
/// <param name="Likeness">From 0 to 1.</param>
/// <param name="Metres">How far apart, for the distance.</param>
public sealed record ResemblancePart(string What, double Likeness, int? Metres = null);
