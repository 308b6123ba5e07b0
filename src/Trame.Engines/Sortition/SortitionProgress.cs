namespace Trame.Engines.Sortition;

/// <summary>How far a search for a lottery is.</summary>
/// <param name="Panels">Panels in the present lottery.</param>
/// <param name="FarthestPerson">The largest difference between a person's present probability and the one aimed at, in [0, 1]; it ends at 0.</param>
public sealed record SortitionProgress(int Panels, double FarthestPerson);
