using Trame.Engines.OpinionMap;

namespace Trame.Engines.Mixing.Spatial;

/// <summary>Moran's I and Geary's C: whether areas near each other are alike, over a whole map.</summary>
/// <remarks>I = (n/S0) Σ w z z / Σ z²; C = (n − 1) Σ w (x − x)² / (2 S0 Σ z²); moments under randomisation (Cliff and Ord 1981). O(areas + neighbours), times the permutations.</remarks>
public static class GlobalMoran
{
    /// <summary>Moran's I: above its expectation −1/(n − 1), neighbours are alike; below, unlike.</summary>
    /// <param name="values">One finite value per area; four areas with neighbours at least, not all the same.</param>
    /// <param name="weights">Neighbours of the same areas.</param>
    /// <param name="permutations">Deals at random for a p-value without a law; 0 for none.</param>
    /// <param name="seed">Same seed, same p-value.</param>
    /// <param name="stop">Cancels between two permutations.</param>
    /// <returns>Null when nothing can be measured: too few areas with neighbours, or a single value everywhere.</returns>
    /// <exception cref="ArgumentException">Lengths differ or a value is not finite.</exception>
    public static SpatialTest? I(IReadOnlyList<double> values, SpatialWeights weights, int permutations = 0, ulong seed = 1, CancellationToken stop = default)
    {
        if (Centred.Of(values, weights) is not { } z) return null;
        var ((s0, s1, s2), n) = (weights.Sums(), (double)z.Areas);
        var expectation = -1 / (n - 1);
        var variance = ((n * ((((n * n) - (3 * n) + 3) * s1) - (n * s2) + (3 * s0 * s0)))
            - (z.Kurtosis * ((((n * n) - n) * s1) - (2 * n * s2) + (6 * s0 * s0)))) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0);
        var cross = Cross(z.Values, weights);
        var p = permutations > 0 ? Permuted(z, weights, permutations, seed, stop) : (double?)null;
        return new(n / s0 * cross / z.Squares, expectation, variance - (expectation * expectation), p);
    }

    /// <summary>Geary's C: below 1 neighbours are alike, above unlike; more local than <see cref="I"/>.</summary>
    public static SpatialTest? C(IReadOnlyList<double> values, SpatialWeights weights)
    {
        if (Centred.Of(values, weights) is not { } z) return null;
        var ((s0, s1, s2), n, k) = (weights.Sums(), (double)z.Areas, z.Kurtosis);
        var differences = 0.0;
        for (var i = 0; i < weights.Areas; i++)
            for (var at = weights.Start[i]; at < weights.Start[i + 1]; at++)
                differences += weights.Weight[at] * Math.Pow(z.Values[i] - z.Values[weights.To[at]], 2);
        var variance = (((n - 1) * s1 * ((n * n) - (3 * n) + 3 - ((n - 1) * k)))
            - ((n - 1) * s2 * ((n * n) + (3 * n) - 6 - (((n * n) - n + 2) * k)) / 4)
            + (s0 * s0 * ((n * n) - 3 - ((n - 1) * (n - 1) * k)))) / (n * (n - 2) * (n - 3) * s0 * s0);
        return new((n - 1) * differences / (2 * s0 * z.Squares), 1, variance);
    }

    private static double Cross(double[] z, SpatialWeights weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Areas; i++) sum += z[i] * weights.Lag(i, z);
        return sum;
    }

    private static double Permuted(Centred z, SpatialWeights weights, int permutations, ulong seed, CancellationToken stop)
    {
        var (chance, cross, atLeast, atMost) = (new SeededRandom(seed), Cross(z.Values, weights), 1, 1);
        int[] places = [.. Enumerable.Range(0, weights.Areas).Where(i => z.Counts(i))];
        var dealt = (double[])z.Values.Clone();
        for (var draw = 0; draw < permutations; draw++)
        {
            stop.ThrowIfCancellationRequested();
            for (var k = places.Length - 1; k > 0; k--)
            {
                var other = chance.Next(k + 1);
                (dealt[places[k]], dealt[places[other]]) = (dealt[places[other]], dealt[places[k]]);
            }

            var random = Cross(dealt, weights);
            if (random >= cross) atLeast++;
            if (random <= cross) atMost++;
        }

        return Math.Min(1, 2.0 * Math.Min(atLeast, atMost) / (permutations + 1));
    }
}
