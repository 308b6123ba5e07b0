using System.Globalization;

namespace Trame.Engines.Sortition;

/// <summary>Makes pools as hard as real ones: many categories, every quota exact, volunteers who do not resemble the population, almost everyone a kind of their own.</summary>
/// <remarks>
/// A population has random shares of each value and two hidden traits that tie the categories together; a volunteer comes forward more or less often according to their values.
/// Quotas are the composition of a panel drawn among the volunteers as the population would have it: so a valid panel exists.
/// </remarks>
public static class HardPool
{
    /// <summary>A pool for a seed; the same arguments always give the same pool.</summary>
    /// <param name="people">People in the pool.</param>
    /// <param name="size">Seats.</param>
    /// <param name="values">Number of values of each category, for instance [2, 4, 4, 4, 4, 4, 3].</param>
    /// <param name="seed">Any text.</param>
    /// <param name="skew">How unlike the population the volunteers are, from 0 (alike) to about 1.</param>
    public static SortitionProblem Make(int people, int size, IReadOnlyList<int> values, string seed, double skew = 0.5)
    {
        var chance = new DrawStream($"trame hard pool {seed}");
        var shares = values.Select(n => Enumerable.Range(0, n).Select(_ => 0.4 + chance.Unit()).ToArray()).ToArray();
        var tied = values.Select(_ => chance.Unit() * 0.8).ToArray();
        var calls = values.Select(n => Enumerable.Range(0, n).Select(_ => Math.Exp(2 * skew * (chance.Unit() - 0.5))).ToArray()).ToArray();
        var pool = new List<int[]>();
        while (pool.Count < people)
        {
            var person = Person(chance, shares, tied);
            var call = person.Select((v, c) => calls[c][v]).Aggregate(1.0, (a, b) => a * b);
            if (chance.Unit() * Math.Exp(skew * values.Count) < call * Math.Exp(skew)) pool.Add(person);
        }
        var panel = Panel(chance, pool, size, calls);
        var names = values.Select((_, c) => string.Create(CultureInfo.InvariantCulture, $"c{c + 1}")).ToArray();
        var quotas = names.SelectMany((name, c) => Enumerable.Range(0, values[c]).Select(v => new Quota(name, $"v{v + 1}", panel.Count(i => pool[i][c] == v), panel.Count(i => pool[i][c] == v)))).ToList();
        return new(names, quotas, [.. pool.Select((p, i) => new Candidate(string.Create(CultureInfo.InvariantCulture, $"p{i + 1}"), [.. p.Select(v => $"v{v + 1}")]))], size);
    }

    private static int[] Person(DrawStream chance, double[][] shares, double[] tied)
    {
        var trait = chance.Unit();
        return [.. shares.Select((share, c) => Pick(chance.Unit() < tied[c] ? (trait + 0.35 * chance.Unit()) % 1 : chance.Unit(), share))];
    }

    private static int Pick(double at, double[] share)
    {
        at *= share.Sum();
        for (var v = 0; v < share.Length - 1; v++)
            if ((at -= share[v]) < 0) return v;
        return share.Length - 1;
    }

    /// <summary>Draws without replacement, those who come forward rarely more often: closer to the population than the pool is.</summary>
    private static List<int> Panel(DrawStream chance, List<int[]> pool, int size, double[][] calls) =>
        [.. pool.Select((p, i) => (i, Key: -Math.Log(1 - chance.Unit()) * p.Select((v, c) => calls[c][v]).Aggregate(1.0, (a, b) => a * b))).OrderBy(p => p.Key).Take(size).Select(p => p.i)];
}
