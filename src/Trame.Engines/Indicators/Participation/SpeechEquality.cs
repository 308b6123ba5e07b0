using Trame.Engines.OpinionMap;

namespace Trame.Engines.Indicators.Participation;

/// <summary>How equally people spoke, as one figure of the meeting: never who spoke how much.</summary>
/// <param name="Gini">0 when all spoke alike, near 1 when one spoke alone (Gini 1912), corrected for few people: multiplied by n / (n − 1), so that one alone is 1.</param>
/// <param name="Low">Lower limit, 95 % (people drawn again: bootstrap).</param>
/// <param name="High">Upper limit.</param>
/// <param name="Half">Least share of the people who hold half of the speech.</param>
/// <param name="Silent">Share of the people who did not speak.</param>
public sealed record SpeechEquality(double Gini, double Low, double High, double Half, double Silent)
{
    private const int Resamples = 2000;

    /// <summary>The figure of a meeting; null when nobody spoke or fewer than two were there.</summary>
    /// <param name="turns">Turns or seconds of each person present, 0 for who did not speak; no name is asked.</param>
    /// <param name="seed">Of the bootstrap.</param>
    /// <exception cref="ArgumentException">A number is negative, infinite or missing.</exception>
    public static SpeechEquality? Of(IReadOnlyList<double> turns, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(turns);
        if (turns.Any(t => !(t >= 0 && t <= 1e12))) throw new ArgumentException("turns or seconds, at least 0 and below 1e12.", nameof(turns));
        if (turns.Count < 2 || turns.Sum() <= 0) return null;
        double[] sorted = [.. turns.Order()];
        var random = new SeededRandom(seed);
        double[] again = [.. Enumerable.Range(0, Resamples).Select(_ => GiniCoefficient.OfSorted([.. turns.Select(_ => turns[random.Next(turns.Count)]).Order()])).Where(g => !double.IsNaN(g)).Order()];
        return new(GiniCoefficient.OfSorted(sorted), SampleStatistics.QuantileOfSorted(again, 0.025), SampleStatistics.QuantileOfSorted(again, 0.975), HalfOf(sorted), (double)sorted.Count(t => t == 0) / sorted.Length);
    }

    private static double HalfOf(double[] sorted)
    {
        var (held, half) = (0.0, sorted.Sum() / 2);
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            if (held + sorted[i] >= half - 1e-12) return (sorted.Length - 1 - i + ((half - held) / sorted[i])) / sorted.Length;
            held += sorted[i];
        }

        return 1;
    }
}
