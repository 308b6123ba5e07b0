using Trame.Engines.OpinionMap;

namespace Trame.Engines.Indicators.Areas;

/// <summary>Changes in the rates of areas over time, with the share of false alarms held.</summary>
/// <remarks>
/// Per area: the moment that best splits its periods in two rates, by the likelihood ratio of Poisson laws. Its chance without change is exact for its total: the same events are dealt again to the
/// periods in proportion of the exposures, so many times; p = (1 + deals with as much) / (1 + deals) (Besag and Clifford 1989), whatever the moment. Then all areas together: alarms kept at q hold a share
/// q of false ones on average. Seasons and events that come in clusters are not chance: give whole years, and read an alarm as a question. O(areas · deals · periods · √events).
/// </remarks>
public static class ChangeDetection
{
    /// <summary>The likeliest change of each area.</summary>
    /// <param name="areas">One list of periods per area, the first period first; all of the same length, at least 1.</param>
    /// <param name="deals">How often events are dealt again, 19 to 1,000,000.</param>
    /// <param name="seed">Of the deals.</param>
    /// <param name="stop">Ends the search with an exception.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is out of its range.</exception>
    public static IReadOnlyList<AreaChange> Of(IReadOnlyList<IReadOnlyList<AreaCount>> areas, int deals = 1999, ulong seed = 1, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(areas);
        if (deals is < 19 or > 1_000_000 || areas.Any(a => a.Count == 0 || a.Count != areas[0].Count)) throw new ArgumentException("as many periods for each area, at least one, and 19 to 1,000,000 deals.");
        foreach (var area in areas)
        {
            AreaCount.Check(area, nameof(areas));
            if (area.Any(p => p.Events != Math.Floor(p.Events))) throw new ArgumentException("events are whole numbers.", nameof(areas));
        }

        var found = areas.Select((area, i) => One(area, deals, new SeededRandom(seed + (ulong)i), stop)).ToArray();
        var q = BenjaminiHochberg.Adjusted([.. found.Select(f => f.P)]);
        return [.. found.Select((f, i) => f with { Q = q[i] })];
    }

    private static AreaChange One(IReadOnlyList<AreaCount> periods, int deals, SeededRandom random, CancellationToken stop)
    {
        double[] events = [.. periods.Select(p => p.Events)], exposure = [.. periods.Select(p => p.Exposure)];
        var (at, best) = Split(events, exposure);
        if (at == 0) return new(0, events.Sum() / exposure.Sum(), events.Sum() / exposure.Sum(), 1, 1);
        var (dealt, asMuch) = (new double[events.Length], 0);
        for (var deal = 0; deal < deals; deal++)
        {
            stop.ThrowIfCancellationRequested();
            Deal((long)events.Sum(), exposure, dealt, random);
            if (Split(dealt, exposure).Ratio >= best - 1e-9) asMuch++;
        }

        return new(at, events[..at].Sum() / exposure[..at].Sum(), events[at..].Sum() / exposure[at..].Sum(), (1.0 + asMuch) / (1 + deals), 1);
    }

    /// <summary>First period after the best split and its log likelihood ratio; 0 when no split tells anything.</summary>
    private static (int At, double Ratio) Split(double[] events, double[] exposure)
    {
        var (all, time) = (events.Sum(), exposure.Sum());
        var (before, passed, at, best) = (0.0, 0.0, 0, 0.0);
        for (var t = 1; t < events.Length; t++)
        {
            (before, passed) = (before + events[t - 1], passed + exposure[t - 1]);
            var ratio = Part(before, all * passed / time) + Part(all - before, all * (time - passed) / time);
            if (ratio > best + 1e-12) (at, best) = (t, ratio);
        }

        return (at, best);
    }

    private static double Part(double found, double expected) => found > 0 ? found * Math.Log(found / expected) : 0;

    /// <summary>Deals events to periods in proportion of their exposure, one period after the other.</summary>
    private static void Deal(long events, double[] exposure, double[] dealt, SeededRandom random)
    {
        var time = exposure.Sum();
        for (var t = 0; t < dealt.Length; t++)
        {
            dealt[t] = t == dealt.Length - 1 ? events : BinomialDraw.Of(events, Math.Clamp(exposure[t] / time, 0, 1), random);
            (events, time) = (events - (long)dealt[t], time - exposure[t]);
        }
    }
}
