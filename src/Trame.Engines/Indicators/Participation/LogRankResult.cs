namespace Trame.Engines.Indicators.Participation;

/// <summary>Whether attendance lasts alike in several groups.</summary>
/// <param name="Observed">Departures of each group.</param>
/// <param name="Expected">Departures each would have if all lasted alike.</param>
/// <param name="ChiSquared">The distance; its law is that of χ² with one degree of freedom less than groups.</param>
/// <param name="P">Chance of at least as much when all last alike; 1 when nothing can be told.</param>
public sealed record LogRankResult(IReadOnlyList<double> Observed, IReadOnlyList<double> Expected, double ChiSquared, double P);
