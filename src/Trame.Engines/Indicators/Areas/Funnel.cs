using Trame.Engines.OpinionMap;

namespace Trame.Engines.Indicators.Areas;

/// <summary>Areas around a common rate, with the limits that chance alone would keep them in (Spiegelhalter 2005): a comparison that ranks nobody.</summary>
/// <remarks>
/// Poisson limits, between two whole counts in proportion of the chance, as in Spiegelhalter's appendix. When areas differ more than chance whatever one looks at, φ is their mean squared
/// distance in standard errors (the extreme tenths brought back), and limits are those of chance times √φ when it is asked and φ &gt; 1.
/// O(n log count).
/// </remarks>
public static class Funnel
{
    /// <summary>The points, in the order of the areas, and how much areas differ beyond chance.</summary>
    /// <param name="areas">At least one.</param>
    /// <param name="target">The common rate; null: that of all together.</param>
    /// <param name="widen">Whether to widen the limits by what areas differ beyond chance.</param>
    /// <exception cref="ArgumentException">Fewer than one area, a count out of its range, or a target that is not positive.</exception>
    public static (IReadOnlyList<FunnelPoint> Points, double Target, double Dispersion) Of(IReadOnlyList<AreaCount> areas, double? target = null, bool widen = false)
    {
        AreaCount.Check(areas, nameof(areas));
        if (areas.Count == 0 || target is <= 0 or double.NaN or > 1e12) throw new ArgumentException("at least one area, and a positive target.");
        var common = target ?? (areas.Sum(a => a.Events) / areas.Sum(a => a.Exposure));
        if (common == 0) return ([.. areas.Select(_ => new FunnelPoint(0, 0, 0, 0, 0, 1, 1))], 0, 0);
        var dispersion = Dispersion(areas, common);
        var stretch = widen ? Math.Sqrt(Math.Max(1, dispersion)) : 1;
        double[] p = [.. areas.Select(a => Chance(a, common, stretch))];
        var q = BenjaminiHochberg.Adjusted(p);
        return ([.. areas.Select((a, i) => Point(a, common, stretch, p[i], q[i]))], common, dispersion);
    }

    private static FunnelPoint Point(AreaCount area, double common, double stretch, double p, double q)
    {
        double Limit(double chance) => Math.Max(0, common + (stretch * ((Quantile(chance, common * area.Exposure) / area.Exposure) - common)));
        return new(area.Rate, Limit(0.025), Limit(0.975), Limit(0.001), Limit(0.999), p, q);
    }

    /// <summary>The count that a Poisson law passes below with this chance, in proportion between two whole ones; 0 when zero itself is likelier.</summary>
    private static double Quantile(double chance, double mean)
    {
        var (low, high) = (-1.0, Math.Ceiling(mean + 10 + (8 * Math.Sqrt(mean))));
        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            if (GammaLaw.PoissonAtMost(middle, mean) < chance) low = middle;
            else high = middle;
        }

        var (below, upTo) = (GammaLaw.PoissonAtMost(high - 1, mean), GammaLaw.PoissonAtMost(high, mean));
        return Math.Max(0, high - ((upTo - chance) / (upTo - below)));
    }

    private static double Chance(AreaCount area, double common, double stretch)
    {
        var mean = common * area.Exposure;
        if (stretch > 1) return Math.Min(1, 2 * OpinionMap.Robust.NormalLaw.Above(Math.Abs(Distance(area, common)) / stretch));
        return Math.Min(1, 2 * Math.Min(GammaLaw.PoissonAtMost(area.Events, mean), 1 - GammaLaw.PoissonAtMost(Math.Ceiling(area.Events) - 1, mean)));
    }

    /// <summary>Distance in standard errors on the scale of square roots, where chance is the same for all (Spiegelhalter 2005).</summary>
    private static double Distance(AreaCount area, double common) => 2 * Math.Sqrt(area.Exposure) * (Math.Sqrt(area.Rate) - Math.Sqrt(common));

    private static double Dispersion(IReadOnlyList<AreaCount> areas, double common)
    {
        double[] distances = [.. areas.Select(a => Distance(a, common))];
        var (low, high) = (SampleStatistics.Quantile(distances, 0.1), SampleStatistics.Quantile(distances, 0.9));
        return distances.Average(d => Math.Clamp(d, low, high) * Math.Clamp(d, low, high));
    }
}
