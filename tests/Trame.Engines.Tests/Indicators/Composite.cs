using Trame.Engines.Indicators;

namespace Trame.Engines.Tests.Indicators;

/// <summary>Short ways to write an index in a test.</summary>
internal static class Composite
{
    public static CompositeSpec Spec(string more, params string[] directions)
    {
        var indicators = string.Join(',', directions.Select((d, j) => $$"""{"column":"{{(char)('a' + j)}}","direction":"{{d}}"}"""));
        return Read($$"""{"name":"test","units":{"id":"id","population":"p","parent":"c"},"indicators":[{{indicators}}]{{(more.Length > 0 ? "," : "")}}{{more}}}""");
    }

    public static CompositeSpec Read(string json)
    {
        var reading = CompositeSpecFile.Read(json);
        reading.Mistake.ShouldBeNull();
        return reading.Spec!;
    }

    /// <summary>One array per indicator.</summary>
    public static CompositeResult Of(CompositeSpec spec, params double[][] columns)
    {
        var reading = CompositeIndex.Of(spec, new(columns[0].Length, columns));
        reading.Problem.ShouldBeNull();
        return reading.Result!;
    }

    public static double[] Scores(CompositeResult result) => [.. result.Units.Select(u => u.Score ?? double.NaN)];

    public static int?[] Ranks(CompositeResult result) => [.. result.Units.Select(u => u.Rank)];

    public static void ShouldBeNear(this IEnumerable<double> found, params double[] expected)
    {
        double[] all = [.. found];
        all.Length.ShouldBe(expected.Length);
        for (var i = 0; i < all.Length; i++) (all[i].Equals(expected[i]) || Math.Abs(all[i] - expected[i]) < 1e-9).ShouldBeTrue($"{all[i]} for {expected[i]} at {i}");
    }
}
