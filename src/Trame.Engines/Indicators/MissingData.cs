namespace Trame.Engines.Indicators;

/// <summary>The rule for missing values.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Least">Share of the weight that a unit must have for itself to get a score, in [0, 1]; the rule <see cref="MissingRule.Drop"/> asks for all of it.</param>
public sealed record MissingData(MissingRule Rule, double Least = 0.5);
