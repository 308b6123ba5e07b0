namespace Trame.Engines.Indicators;

/// <summary>The rule for extreme values.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Low">Lower quantile, in [0, 0.5) (<see cref="OutlierRule.Winsorise"/>).</param>
/// <param name="High">Upper quantile, in (0.5, 1].</param>
/// <param name="Factor">How many times the distance of the quartiles, positive (<see cref="OutlierRule.Tukey"/>).</param>
public sealed record Outliers(OutlierRule Rule, double Low = 0.05, double High = 0.95, double Factor = 1.5);
