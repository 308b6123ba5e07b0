namespace Trame.Engines.Indicators;

/// <summary>Columns that tell what a unit is.</summary>
/// <param name="Id">Identifier, unique in the data.</param>
/// <param name="Label">Name for a reader.</param>
/// <param name="Population">Number of people.</param>
/// <param name="Parent">What the unit is a part of, for missing values.</param>
public sealed record UnitColumns(string Id, string? Label = null, string? Population = null, string? Parent = null);
