namespace Trame.Engines.Secrecy;

/// <summary>A count that readers have, and whom it counts.</summary>
/// <param name="Publication">Where it was said: a title, a date.</param>
/// <param name="Parts">The populations that it adds up, by names that mean the same in every publication: elementary zones, periods of arrival, or both ("Nord, 2025"). Each once.</param>
/// <param name="Count">How many, ≥ 0.</param>
public sealed record PublishedFigure(string Publication, IReadOnlyList<string> Parts, double Count);
