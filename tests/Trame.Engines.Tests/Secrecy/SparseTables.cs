using Trame.Engines.Secrecy;

namespace Trame.Engines.Tests.Secrecy;

/// <summary>Tables of three hierarchies of two levels in which most crossings are absent.</summary>
internal static class SparseTables
{
    public static DisclosureTable Make(int[] sizes, double density, int seed, bool values)
    {
        var chance = new Random(seed);
        var levels = sizes.Select((n, d) => Enumerable.Range(0, n).Select(i => new[] { $"{(char)('a' + d)}{i / 5}", $"{(char)('a' + d)}{i / 5}.{i % 5}" }).ToArray()).ToArray();
        var sums = new SortedDictionary<(string, string, string), (double Count, double Value, double Max)>();
        foreach (var a in levels[0])
            foreach (var b in levels[1])
                foreach (var c in levels[2])
                {
                    if (chance.NextDouble() > density) continue;
                    var count = Math.Max(1, Math.Round(Math.Exp(4 * chance.NextDouble() * chance.NextDouble())));
                    var largest = Math.Round(5 * Math.Exp(4 * chance.NextDouble()), 2);
                    var value = Math.Round(largest + (count - 1) * largest * chance.NextDouble() * 0.5, 2);
                    foreach (var i in a.Prepend("T"))
                        foreach (var j in b.Prepend("T"))
                            foreach (var k in c.Prepend("T"))
                            {
                                var sum = sums.GetValueOrDefault((i, j, k));
                                sums[(i, j, k)] = (sum.Count + count, sum.Value + value, Math.Max(sum.Max, largest));
                            }
                }

        var reading = DisclosureTable.Of(["A", "B", "C"], [.. levels.Select(l => CodeHierarchy.FromLevels("T", l))],
            [[.. sums.Select(s => new TableCell([s.Key.Item1, s.Key.Item2, s.Key.Item3], s.Value.Count, values ? s.Value.Value : null, values ? s.Value.Max : null))]]);
        return reading.Table.ShouldNotBeNull(reading.Problem?.ToString());
    }
}
