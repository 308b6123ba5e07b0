namespace Trame.Engines.Indicators;

/// <summary>How members become one figure.</summary>
/// <param name="Weights">Who weighs what.</param>
/// <param name="Aggregation">How they are put together.</param>
/// <param name="Rescale">What is done to the result.</param>
public sealed record Combination(WeightRule Weights, Aggregation Aggregation, Normalisation Rescale)
{
    /// <summary>The plain mean.</summary>
    public static Combination Mean { get; } = new(WeightRule.Equal, Aggregation.Arithmetic, Normalisation.None);
}
