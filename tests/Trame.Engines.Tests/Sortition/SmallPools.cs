using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

/// <summary>Pools small enough for the oracle, from a seed: few people, three categories, exact or loose quotas, now and then an intersection or households.</summary>
internal static class SmallPools
{
    private static readonly string[] Names = ["age", "quartier", "genre"];

    public static SortitionProblem Make(int seed)
    {
        var chance = new DrawStream($"small pool {seed}");
        var values = Names.Select(_ => 2 + chance.Below(2)).ToArray();
        var people = 6 + chance.Below(3);
        var size = 2 + chance.Below(3);
        var pool = Enumerable.Range(0, people).Select(i => new Candidate($"p{i}", [.. values.Select(n => $"v{chance.Below(n)}")], chance.Below(5) == 0 ? $"h{chance.Below(2)}" : null)).ToList();
        var model = Enumerable.Range(0, people).ToList();
        chance.Shuffle(model);
        var quotas = Names.SelectMany((name, c) => Enumerable.Range(0, values[c]).Select(v => Around(chance, name, $"v{v}", model.Take(size).Count(i => pool[i].Values[c] == $"v{v}")))).ToList();
        if (chance.Below(3) == 0) quotas.Add(new("age", "v0", 0, 1) { OtherCategory = "genre", OtherValue = "v1" });
        return new(Names, quotas, pool, size);
    }

    private static Quota Around(DrawStream chance, string category, string value, int count) => new(category, value, Math.Max(0, count - chance.Below(2) * chance.Below(2)), count + chance.Below(2) * chance.Below(2));
}
