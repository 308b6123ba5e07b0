using Trame.Engines.OpinionMap.Robust;

namespace Trame.Engines.Mixing.Spatial;

/// <summary>A spatial statistic beside what chance gives.</summary>
/// <param name="Value">The statistic.</param>
/// <param name="Expectation">Its mean when values are dealt at random to the areas.</param>
/// <param name="Variance">Its variance then.</param>
/// <param name="PermutationP">Two-sided pseudo p-value of the permutations; null when none were asked.</param>
public sealed record SpatialTest(double Value, double Expectation, double Variance, double? PermutationP = null)
{
    /// <summary>Standard deviations from the expectation.</summary>
    public double Z => (Value - Expectation) / Math.Sqrt(Variance);

    /// <summary>Two-sided, by the normal law (relative error below 1.2e-7).</summary>
    public double P => double.IsFinite(Z) ? 2 * NormalLaw.Above(Math.Abs(Z)) : double.NaN;
}
