namespace Trame.Engines.Indicators.Costs;

/// <summary>Quantiles of an amount over the draws.</summary>
/// <param name="P2_5">2.5 %: with <paramref name="P97_5"/>, the 95 % interval.</param>
/// <param name="P10">10 %: with <paramref name="P90"/>, the 80 % interval.</param>
/// <param name="Median">As often above as below.</param>
/// <param name="P90">90 %.</param>
/// <param name="P97_5">97.5 %.</param>
public sealed record AmountSpread(double P2_5, double P10, double Median, double P90, double P97_5);
