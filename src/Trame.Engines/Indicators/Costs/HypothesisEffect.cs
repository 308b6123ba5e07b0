namespace Trame.Engines.Indicators.Costs;

/// <summary>What one hypothesis does to the net, the others at their median.</summary>
/// <param name="Key">The hypothesis.</param>
/// <param name="AtLow">Net when it is at its 10 % quantile.</param>
/// <param name="AtHigh">Net when it is at its 90 % quantile.</param>
/// <param name="BreakEven">Its value at which the net is 0, the others at their median; null: none within a thousand times its range.</param>
/// <param name="IsWithin">Whether that value lies between its least and most: then this hypothesis alone decides between gain and loss.</param>
/// <param name="First">Share of the variance of the net that goes when it is known (Sobol 1993).</param>
/// <param name="Total">Share that stays when all others are known.</param>
public sealed record HypothesisEffect(string Key, double AtLow, double AtHigh, double? BreakEven, bool IsWithin, double First, double Total);
