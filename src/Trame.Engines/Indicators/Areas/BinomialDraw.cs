using Trame.Engines.OpinionMap;

namespace Trame.Engines.Indicators.Areas;

/// <summary>A binomial count by inversion from its likeliest value outwards: O(√(n p (1 − p))) expected.</summary>
internal static class BinomialDraw
{
    private const double Enormous = 1e9; // beyond it a normal law is closer than the roundings of the sum

    public static long Of(long count, double chance, SeededRandom random)
    {
        if (count == 0 || chance <= 0) return 0;
        if (chance >= 1) return count;
        if (count > Enormous) return Math.Clamp((long)Math.Round((count * chance) + (random.NextNormal() * Math.Sqrt(count * chance * (1 - chance)))), 0, count);
        var (left, odds) = (random.NextDouble(), chance / (1 - chance));
        var middle = Math.Min(count, (long)Math.Floor((count + 1) * chance));
        var (low, high) = (middle, middle);
        var (below, above) = (Likelihood(count, middle, chance), 0.0);
        above = below;
        left -= below;
        while (left > 0 && (low > 0 || high < count))
        {
            if (high < count)
            {
                above *= odds * (count - high) / ++high;
                if ((left -= above) <= 0) return high;
            }

            if (low > 0)
            {
                below *= low / (odds * (count - low + 1));
                low--;
                if ((left -= below) <= 0) return low;
            }
        }

        return middle;
    }

    private static double Likelihood(long count, long found, double chance) =>
        Math.Exp(GammaLaw.LogGamma(count + 1.0) - GammaLaw.LogGamma(found + 1.0) - GammaLaw.LogGamma(count - found + 1.0) + (found * Math.Log(chance)) + ((count - found) * Math.Log(1 - chance)));
}
