using Trame.Engines.OpinionMap;

namespace Trame.Engines.Mixing;

/// <summary>An index on a table with its interval and its null: the same deals and draws serve every index asked for.</summary>
internal sealed class MixingSurvey
{
    private readonly CountTable _table;
    private readonly MixingOptions _options;
    private readonly IReadOnlyList<CountTable> _dealt, _drawn;

    public MixingSurvey(CountTable table, MixingOptions options, CancellationToken stop)
    {
        (_table, _options) = (table, options);
        var (deal, chance) = (new RandomDeal(table, new(options.Seed)), new SeededRandom(~options.Seed));
        _dealt = Times(() => deal.Next(), stop);
        _drawn = Times(() => table.Only(Enumerable.Range(0, table.Units).Select(_ => chance.Next(table.Units))), stop);
    }

    public Measured Of(Func<CountTable, double> index)
    {
        var value = index(_table);
        double[] again = [.. _drawn.Select(index).Where(double.IsFinite).Order()], chance = [.. _dealt.Select(index).Where(double.IsFinite)];
        var expected = chance.Length == 0 ? double.NaN : chance.Average();
        var far = Math.Abs(value - expected) - 1e-12;
        var p = (1.0 + chance.Count(c => Math.Abs(c - expected) >= far)) / (1 + chance.Length);
        var tail = (1 - _options.Confidence) / 2;
        return new(value, At(again, tail, value), At(again, 1 - tail, value), expected, p);
    }

    private static double At(double[] sorted, double share, double otherwise) =>
        sorted.Length == 0 ? otherwise : sorted[Math.Clamp((int)Math.Round(share * (sorted.Length - 1)), 0, sorted.Length - 1)];

    private CountTable[] Times(Func<CountTable> make, CancellationToken stop)
    {
        var tables = new CountTable[_options.Draws];
        for (var k = 0; k < tables.Length; k++)
        {
            stop.ThrowIfCancellationRequested();
            tables[k] = make();
        }

        return tables;
    }
}
