using Trame.Engines.Indicators.Areas;
using Trame.Engines.Indicators.Costs;
using Trame.Engines.OpinionMap;

namespace Trame.Engines.Indicators.Participation;

/// <summary>Compares a panel, or those who came, with the population they speak for, on one way to sort people (age, neighbourhood).</summary>
/// <remarks>
/// The test is that of a draw by lot with the population's shares, the same number of people, so many times: p = (1 + draws at least as far) / (1 + draws). It is exact for a population much larger than the panel, and careful for a smaller one.
/// Per category an exact binomial test, corrected for their number (Benjamini and Hochberg 1995). A panel by quotas is closer than a draw: its p is near 1, and that says nothing of who refused. O(draws · categories).
/// </remarks>
public static class PanelInclusivity
{
    /// <summary>The comparison.</summary>
    /// <param name="panel">People of the panel per category, at least one in all.</param>
    /// <param name="population">People (or shares) of the population per category, not negative, above 0 in all.</param>
    /// <param name="draws">99 to 1,000,000.</param>
    /// <param name="seed">Of the draws.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is out of its range.</exception>
    public static InclusivityDistance Of(IReadOnlyList<int> panel, IReadOnlyList<double> population, int draws = 9999, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(population);
        if (panel.Count != population.Count || panel.Any(p => p is < 0 or > 1_000_000) || !panel.Any(p => p > 0) || population.Any(p => !(p >= 0 && p <= 1e12)) || !(population.Sum() > 0) || draws is < 99 or > 1_000_000)
            throw new ArgumentException("as many categories on both sides, nobody negative, somebody in each, and 99 to 1,000,000 draws.");
        var people = panel.Sum();
        double[] shares = [.. population.Select(p => p / population.Sum())];
        var (random, distance) = (new SeededRandom(seed), Distance([.. panel.Select(p => (long)p)], shares, people));
        var (asFar, sum) = (0, 0.0);
        for (var draw = 0; draw < draws; draw++)
        {
            var drawn = Distance(Draw(shares, people, random), shares, people);
            sum += drawn;
            if (drawn >= distance - 1e-12) asFar++;
        }

        double[] p = [.. panel.Select((count, c) => Chance(count, people, shares[c]))];
        var q = BenjaminiHochberg.Adjusted(p);
        return new(distance, sum / draws, (1.0 + asFar) / (1 + draws), [.. panel.Select((count, c) => new PanelCategory((double)count / people, shares[c], (shares[c] * people) - count, p[c], q[c]))]);
    }

    private static double Distance(long[] panel, double[] shares, int people) => panel.Select((count, c) => Math.Abs(((double)count / people) - shares[c])).Sum() / 2;

    private static long[] Draw(double[] shares, int people, SeededRandom random)
    {
        var (drawn, left, whole) = (new long[shares.Length], (long)people, 1.0);
        for (var c = 0; c < shares.Length && left > 0; c++)
        {
            drawn[c] = c == shares.Length - 1 ? left : BinomialDraw.Of(left, whole > 0 ? Math.Clamp(shares[c] / whole, 0, 1) : 0, random);
            (left, whole) = (left - drawn[c], whole - shares[c]);
        }

        return drawn;
    }

    private static double Chance(int count, int people, double share)
    {
        if (share is <= 0 or >= 1) return (share <= 0 ? count == 0 : count == people) ? 1 : 0;
        var atMost = count == people ? 1 : 1 - BetaLaw.Below(count + 1, people - count, share);
        var atLeast = count == 0 ? 1 : BetaLaw.Below(count, people - count + 1, share);
        return Math.Min(1, 2 * Math.Min(atMost, atLeast));
    }
}
