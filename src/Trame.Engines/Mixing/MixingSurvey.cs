using Trame.Engines.OpinionMap;

namespace Trame.Engines.Mixing;

/// <summary>Indices on a table, each with its interval and its null: every deal and every draw serves all of them and is then forgotten.</summary>
internal static class MixingSurvey
{
    public static Measured[] Of(CountTable table, MixingOptions options, IReadOnlyList<Func<CountTable, double>> indices, CancellationToken stop)
    {
        var (deal, chance) = (new RandomDeal(table, new(options.Seed)), new SeededRandom(~options.Seed));
        var (dealt, drawn) = (Lists(indices.Count), Lists(indices.Count));
        for (var k = 0; k < options.Draws; k++)
        {
            stop.ThrowIfCancellationRequested();
            var (random, again) = (deal.Next(), table.Only(Enumerable.Range(0, table.Units).Select(_ => chance.Next(table.Units))));
            for (var index = 0; index < indices.Count; index++)
            {
                if (indices[index](random) is var byChance && double.IsFinite(byChance)) dealt[index].Add(byChance);
                if (indices[index](again) is var otherwise && double.IsFinite(otherwise)) drawn[index].Add(otherwise);
            }
        }

        return [.. indices.Select((index, k) => One(index(table), dealt[k], drawn[k], options.Confidence))];
    }

    private static Measured One(double value, List<double> dealt, List<double> drawn, double confidence)
    {
        drawn.Sort();
        var expected = dealt.Count == 0 ? double.NaN : dealt.Average();
        var far = Math.Abs(value - expected) - 1e-12;
        var tail = (1 - confidence) / 2;
        return new(value, At(drawn, tail, value), At(drawn, 1 - tail, value), expected, (1.0 + dealt.Count(c => Math.Abs(c - expected) >= far)) / (1 + dealt.Count));
    }

    private static double At(List<double> sorted, double share, double otherwise) =>
        sorted.Count == 0 ? otherwise : sorted[Math.Clamp((int)Math.Round(share * (sorted.Count - 1)), 0, sorted.Count - 1)];

    private static List<double>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<double>())];
}
