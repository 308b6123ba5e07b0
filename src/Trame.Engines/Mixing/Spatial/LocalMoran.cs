using Trame.Engines.OpinionMap;

namespace Trame.Engines.Mixing.Spatial;

/// <summary>Local Moran: where areas are like their neighbours, and where they stand out (Anselin 1995, "LISA").</summary>
/// <remarks>Iᵢ = (zᵢ/m₂) Σ wᵢⱼ zⱼ, m₂ = Σ z²/n; moments given the area's own value (Sokal, Oden and Thomson 1998). Permutations keep the area's value and deal its neighbours' from all others.
/// O(areas + neighbours), times the permutations.</remarks>
public static class LocalMoran
{
    /// <param name="values">One finite value per area.</param>
    /// <param name="weights">Neighbours of the same areas.</param>
    /// <param name="permutations">Deals at random for each area; 0 for none.</param>
    /// <param name="seed">Same seed, same p-values.</param>
    /// <param name="stop">Cancels between two areas.</param>
    /// <returns>One per area in order; empty when nothing can be measured (see <see cref="GlobalMoran"/>).</returns>
    /// <exception cref="ArgumentException">Lengths differ or a value is not finite.</exception>
    public static IReadOnlyList<LocalMoranArea> Of(IReadOnlyList<double> values, SpatialWeights weights, int permutations = 0, ulong seed = 1, CancellationToken stop = default)
    {
        if (Centred.Of(values, weights) is not { } z) return [];
        var areas = new LocalMoranArea[weights.Areas];
        var chance = new SeededRandom(seed);
        double[] others = new double[z.Areas - 1];
        for (var area = 0; area < areas.Length; area++)
        {
            stop.ThrowIfCancellationRequested();
            var lag = weights.Lag(area, z.Values);
            var test = weights.Start[area] == weights.Start[area + 1] ? null : Test(area, lag, z, weights);
            if (test is not null && permutations > 0) test = test with { PermutationP = Permuted(area, lag, z, weights, permutations, chance, others) };
            areas[area] = new(area, test, Quadrant(z.Values[area], lag), double.NaN);
        }

        return Corrected(areas);
    }

    private static SpatialTest Test(int area, double lag, Centred z, SpatialWeights weights)
    {
        double n = z.Areas, own = z.Values[area], m2 = z.Squares / n, sum = weights.RowSum(area), squares = 0;
        for (var k = weights.Start[area]; k < weights.Start[area + 1]; k++) squares += weights.Weight[k] * weights.Weight[k];
        var variance = own / m2 * (own / m2) * (n / (n - 2)) * (squares - (sum * sum / (n - 1))) * (m2 - (own * own / (n - 1)));
        return new(own / m2 * lag, -(own * own) * sum / ((n - 1) * m2), variance);
    }

    private static double Permuted(int area, double lag, Centred z, SpatialWeights weights, int permutations, SeededRandom chance, double[] others)
    {
        var filled = 0;
        for (var k = 0; k < weights.Areas; k++)
            if (k != area && z.Counts(k)) others[filled++] = z.Values[k];
        var (from, neighbours, atLeast, atMost) = (weights.Start[area], weights.Start[area + 1] - weights.Start[area], 1, 1);
        for (var draw = 0; draw < permutations; draw++)
        {
            var sum = 0.0;
            for (var k = 0; k < neighbours; k++) // the beginning of a shuffle is a draw without replacement
            {
                var other = k + chance.Next(filled - k);
                (others[k], others[other]) = (others[other], others[k]);
                sum += weights.Weight[from + k] * others[k];
            }

            if (sum >= lag) atLeast++;
            if (sum <= lag) atMost++;
        }

        return Math.Min(1, 2.0 * Math.Min(atLeast, atMost) / (permutations + 1));
    }

    private static MoranQuadrant Quadrant(double own, double lag) => (own >= 0, lag >= 0) switch
    {
        (true, true) => MoranQuadrant.HighHigh,
        (false, false) => MoranQuadrant.LowLow,
        (true, false) => MoranQuadrant.HighLow,
        _ => MoranQuadrant.LowHigh,
    };

    private static LocalMoranArea[] Corrected(LocalMoranArea[] areas)
    {
        int[] tested = [.. areas.Where(a => a.Test is { } test && double.IsFinite(test.PermutationP ?? test.P)).Select(a => a.Area)];
        var corrected = BenjaminiHochberg.Adjusted([.. tested.Select(a => areas[a].Test!.PermutationP ?? areas[a].Test!.P)]);
        foreach (var (k, area) in tested.Index()) areas[area] = areas[area] with { Q = corrected[k] };
        return areas;
    }
}
