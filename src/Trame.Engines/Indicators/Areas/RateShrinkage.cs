namespace Trame.Engines.Indicators.Areas;

/// <summary>Rates of small areas, drawn towards the rate of all by as much as their numbers are small (empirical Bayes).</summary>
/// <remarks>
/// Events follow a Poisson law whose rate varies between areas by a gamma law; its mean m = Σ events / Σ exposure and its variance, by moments, A = Σ e(r − m)² / Σ e − m / ē, at least 0
/// (Marshall 1991; Clayton and Kaldor 1987 for the model). The estimate is the mean of what is then known of the area, (m²/A + events) / (m/A + exposure), its interval two quantiles of that gamma law.
/// When A = 0 nothing shows that areas differ: all get m and the interval is that of m. The intervals leave out that m and A are themselves estimated: with fewer than about 20 areas they are too short. O(n).
/// </remarks>
public static class RateShrinkage
{
    /// <summary>The rates, in the order of the areas.</summary>
    /// <param name="areas">At least one.</param>
    /// <param name="level">Share held by the intervals, in (0, 1).</param>
    /// <exception cref="ArgumentException">Fewer than one area, a count out of its range, or a level outside (0, 1).</exception>
    public static IReadOnlyList<ShrunkRate> Of(IReadOnlyList<AreaCount> areas, double level = 0.95)
    {
        AreaCount.Check(areas, nameof(areas));
        if (areas.Count == 0 || !(level > 0 && level < 1)) throw new ArgumentException("at least one area, and a level between 0 and 1.");
        var (events, exposure) = (areas.Sum(a => a.Events), areas.Sum(a => a.Exposure));
        var mean = events / exposure;
        var spread = areas.Sum(a => a.Exposure * (a.Rate - mean) * (a.Rate - mean)) / exposure;
        var variance = Math.Max(0, spread - (mean / (exposure / areas.Count)));
        return [.. areas.Select(a => mean == 0 || variance < 1e-12 * mean * mean ? Common(a, events, exposure, level) : Own(a, mean, variance, level))];
    }

    private static ShrunkRate Own(AreaCount area, double mean, double variance, double level)
    {
        var (shape, rate) = ((mean * mean / variance) + area.Events, (mean / variance) + area.Exposure);
        return new(area.Rate, shape / rate, GammaLaw.Quantile(shape, (1 - level) / 2) / rate, GammaLaw.Quantile(shape, (1 + level) / 2) / rate, area.Exposure / rate);
    }

    private static ShrunkRate Common(AreaCount area, double events, double exposure, double level)
    {
        var (low, high) = PoissonLimits.Of(events, level);
        return new(area.Rate, events / exposure, low / exposure, high / exposure, 0);
    }
}
