using Trame.Engines.OpinionMap;
using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>Every figure of a table rounded to a multiple of a base, and every sum still true.</summary>
/// <remarks>
/// Zero-restricted controlled rounding (Bacharach 1966; Cox and Ernst 1982, "Controlled rounding"): each figure goes to the multiple right under or right over it; a multiple stays.
/// An integer program over the sums. Without a seed the distance to the true figures is least; with one, each figure goes up with a chance equal to its remainder over the base
/// (Nargundkar and Saveland 1972), as nearly as the sums allow. Two flat dimensions always have an answer; three dimensions or hierarchies may have none (Causey, Cox and Ernst 1985):
/// figures may then go one or two multiples further, and at last only the finest cells are rounded and added up. Exponential at worst: give limits. Deterministic for a seed, without a time limit.
/// What it protects: a reader knows a figure within one base on each side, never closer; take a base at least as large as the threshold.
/// </remarks>
public static class ControlledRounding
{
    private const double Same = 1e-9;
    private const double Further = 100; // what one multiple too far costs, in bases

    /// <summary>Rounds.</summary>
    /// <param name="table">The table, or linked tables as one.</param>
    /// <param name="step">The base, in the figures' unit; finite, above 0.</param>
    /// <param name="seed">For random rounding; null for the nearest.</param>
    /// <param name="limits">Time, for each attempt; none when null.</param>
    /// <param name="stop">Ends the search; the answer then comes from the finest cells.</param>
    /// <exception cref="ArgumentOutOfRangeException">The base is not a finite number above 0, or a figure is over 10¹⁵ bases.</exception>
    public static RoundedTable Of(DisclosureTable table, double step, ulong? seed = null, SolveLimits? limits = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!(step > 0) || !double.IsFinite(step)) throw new ArgumentOutOfRangeException(nameof(step), step, "a base is a finite number above 0.");
        var bases = new double[table.Cells.Count];
        for (var i = 0; i < bases.Length; i++)
            if ((bases[i] = table.Figure(i) / step) > 1e15) throw new ArgumentOutOfRangeException(nameof(step), step, "a figure is too many bases.");
        var chance = new SeededRandom(seed ?? 0);
        var pull = Array.ConvertAll(bases, _ => seed is null ? 0.5 : chance.NextDouble()); // goes up when its remainder is above
        for (var further = 0; further <= 2; further++)
            if (Solve(table, bases, pull, further, limits ?? SolveLimits.None, stop) is { } multiples) return Result(table, step, bases, multiples);
        return Result(table, step, bases, FromTheFinest(table, bases, pull));
    }

    private static double[]? Solve(DisclosureTable table, double[] bases, double[] pull, int further, SolveLimits limits, CancellationToken stop)
    {
        var (model, floors) = (new LinearModel(), Array.ConvertAll(bases, Floor));
        for (var i = 0; i < bases.Length; i++)
        {
            var (rest, whole) = (bases[i] - floors[i], bases[i] - floors[i] < Same);
            model.AddColumn(pull[i] - rest, 0, whole ? 0 : 1, integer: true); // one up, from the multiple under
            model.AddColumn(Further, 0, further, integer: true);
            model.AddColumn(Further, 0, Math.Min(further, floors[i]), integer: true);
        }

        foreach (var sum in table.Sums)
        {
            var gap = floors[sum[0]] - sum.Skip(1).Sum(i => floors[i]);
            int[] columns = [.. sum.SelectMany(i => (int[])[3 * i, 3 * i + 1, 3 * i + 2])];
            model.AddRow(gap, gap, columns, [.. sum.SelectMany((_, k) => k == 0 ? (double[])[-1, -1, 1] : [1, 1, -1])]);
        }

        var solution = new IntegerSolver(model).Solve(limits, stop: stop);
        return solution.Values is not { } x ? null : [.. floors.Select((f, i) => f + Math.Round(x[3 * i] + x[3 * i + 1] - x[3 * i + 2]))];
    }

    /// <summary>The multiple right under; a figure that is one but for its last digits is that one.</summary>
    private static double Floor(double bases) => Math.Abs(bases - Math.Round(bases)) < Same ? Math.Round(bases) : Math.Floor(bases);

    /// <summary>Cells that are no margin are rounded, margins are added up: always possible, less close.</summary>
    private static double[] FromTheFinest(DisclosureTable table, double[] bases, double[] pull)
    {
        var sumOf = table.Sums.GroupBy(s => s[0]).ToDictionary(s => s.Key, s => s.First());
        var multiples = new double?[bases.Length];
        double Of(int i) => multiples[i] ??= sumOf.TryGetValue(i, out var sum) ? sum.Skip(1).Sum(Of) : Floor(bases[i]) + (bases[i] - Floor(bases[i]) > pull[i] ? 1 : 0);
        return [.. Enumerable.Range(0, bases.Length).Select(Of)];
    }

    private static RoundedTable Result(DisclosureTable table, double step, double[] bases, double[] multiples)
    {
        var furthest = multiples.Select((m, i) => Math.Abs(m - bases[i])).DefaultIfEmpty(0).Max();
        var additive = table.Sums.All(s => Math.Abs(multiples[s[0]] - s.Skip(1).Sum(i => multiples[i])) < 0.5);
        return new([.. multiples.Select(m => m * step)], furthest * step, furthest < 1 && additive, additive);
    }
}
