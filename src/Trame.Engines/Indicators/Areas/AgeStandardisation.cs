namespace Trame.Engines.Indicators.Areas;

/// <summary>Rates of populations of different ages made comparable.</summary>
/// <remarks>Direct: each age's rate weighted by a standard population, limits of Fay and Feuer (1997), a gamma law, right for few events. Indirect: observed over expected, exact limits (Garwood 1936). O(ages).</remarks>
public static class AgeStandardisation
{
    /// <summary>The rate the area would have with the ages of the standard population.</summary>
    /// <param name="ages">Events and exposure of each age.</param>
    /// <param name="standard">The standard population of each age, not negative, above 0 in all.</param>
    /// <param name="level">In (0, 1).</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is out of its range.</exception>
    public static StandardisedRate Direct(IReadOnlyList<AreaCount> ages, IReadOnlyList<double> standard, double level = 0.95)
    {
        Check(ages, standard, level);
        var whole = standard.Sum();
        if (!(whole > 0)) throw new ArgumentException("the standard population is empty.", nameof(standard));
        double[] weights = [.. ages.Select((a, i) => standard[i] / whole / a.Exposure)];
        var (rate, variance, most) = (0.0, 0.0, weights.Max());
        for (var i = 0; i < weights.Length; i++) (rate, variance) = (rate + (weights[i] * ages[i].Events), variance + (weights[i] * weights[i] * ages[i].Events));
        var low = rate > 0 ? variance / rate * GammaLaw.Quantile(rate * rate / variance, (1 - level) / 2) : 0;
        var (mean, spread) = (rate + most, variance + (most * most));
        return new(rate, low, spread / mean * GammaLaw.Quantile(mean * mean / spread, (1 + level) / 2), ages.Sum(a => a.Events), double.NaN);
    }

    /// <summary>Events observed over those that the rates of reference would give to this population.</summary>
    /// <param name="ages">Events and exposure of each age; only the sum of events is used.</param>
    /// <param name="reference">The rate of reference of each age, not negative, above 0 in all.</param>
    /// <param name="level">In (0, 1).</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is out of its range.</exception>
    public static StandardisedRate Indirect(IReadOnlyList<AreaCount> ages, IReadOnlyList<double> reference, double level = 0.95)
    {
        Check(ages, reference, level);
        var (events, expected) = (ages.Sum(a => a.Events), ages.Select((a, i) => a.Exposure * reference[i]).Sum());
        if (!(expected > 0)) throw new ArgumentException("nothing is expected: the rates of reference are all 0.", nameof(reference));
        var (low, high) = PoissonLimits.Of(events, level);
        return new(events / expected, low / expected, high / expected, events, expected);
    }

    private static void Check(IReadOnlyList<AreaCount> ages, IReadOnlyList<double> other, double level)
    {
        AreaCount.Check(ages, nameof(ages));
        ArgumentNullException.ThrowIfNull(other);
        if (ages.Count == 0 || ages.Count != other.Count || other.Any(o => !(o >= 0 && o <= 1e12)) || !(level > 0 && level < 1)) throw new ArgumentException("as many ages on both sides, at least one, not negative; a level between 0 and 1.");
    }
}
