using System.Diagnostics;
using System.Globalization;
using Trame.Engines.Mixing;
using Trame.Engines.Mixing.Spatial;

namespace Trame.Benchmarks;

/// <summary>Lived mixing of made-up moments, then Moran on square grids where neighbours are alike by design.</summary>
internal static class Mixings
{
    private const int Runs = 3, Deals = 999;

    public static void Run()
    {
        foreach (var moments in (int[])[50, 500, 5_000])
        {
            var open = Moments(moments);
            var result = default(LivedMixingResult);
            var seconds = Fastest(() => result = LivedMixing.Of(open, [], new() { Draws = Deals }));
            Table.Add("lived mixing, four groups", string.Create(CultureInfo.InvariantCulture, $"{moments:N0} moments, {result!.Attendances:N0} attendances"), Seconds(seconds), "", $"{Deals} deals; ratio {Words(result.Ratio)}");
        }

        foreach (var side in (int[])[10, 32, 100])
        {
            var (values, weights) = Grid(side);
            var size = string.Create(CultureInfo.InvariantCulture, $"{side * side:N0} areas");
            var test = default(SpatialTest);
            Table.Add("Moran's I and Geary's C", size, Seconds(Fastest(() => (test, _) = (GlobalMoran.I(values, weights), GlobalMoran.C(values, weights)))), "", string.Create(CultureInfo.InvariantCulture, $"I {test!.Value:0.000}, z {test.Z:0.0}"));
            Table.Add("the same and each area, permuted", size, Seconds(Fastest(() => { GlobalMoran.I(values, weights, Deals); LocalMoran.Of(values, weights, Deals); })), "", $"{Deals} permutations of each");
        }
    }

    /// <summary>Each moment draws from two of the four groups more than from the others.</summary>
    private static OpenMoment[] Moments(int count)
    {
        var chance = new Random(1);
        return [.. Enumerable.Range(0, count).Select(m => new OpenMoment(m % 20, [.. Enumerable.Range(0, 4).Select(g => chance.Next((m + g) % 4 < 2 ? 9 : 3))]))];
    }

    private static (double[] Values, SpatialWeights Weights) Grid(int side)
    {
        var chance = new Random(1);
        var values = Enumerable.Range(0, side * side).Select(k => Math.Sin(k / side * 0.7) + Math.Cos(k % side * 0.5) + chance.NextDouble()).ToArray();
        var pairs = from k in Enumerable.Range(0, side * side) from dx in (int[])[-1, 0, 1] from dy in (int[])[-1, 0, 1]
                    where (dx, dy) != (0, 0) && k % side + dx >= 0 && k % side + dx < side && k / side + dy >= 0 && k / side + dy < side select (k, k + dy * side + dx);
        return (values, SpatialWeights.Of(side * side, pairs));
    }

    private static double Fastest(Action work) => Enumerable.Range(0, Runs).Min(_ =>
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    });

    private static string Seconds(double seconds) => seconds.ToString(seconds < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture) + " s";

    private static string Words(Measure measure) => measure is Measured m ? m.Value.ToString("0.000", CultureInfo.InvariantCulture) : "not measurable";
}
