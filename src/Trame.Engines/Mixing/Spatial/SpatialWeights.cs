namespace Trame.Engines.Mixing.Spatial;

/// <summary>Which areas are neighbours, and how much each weighs. Not necessarily symmetric.</summary>
/// <remarks>Flat rows, each sorted. Areas without neighbours are islands: they take no part in the global measures (as spdep with zero.policy and adjust.n).</remarks>
public sealed class SpatialWeights
{
    private SpatialWeights(int[] start, int[] to, double[] weight) => (Start, To, Weight) = (start, to, weight);

    internal int[] Start { get; }

    internal int[] To { get; }

    internal double[] Weight { get; }

    /// <summary>How many areas.</summary>
    public int Areas => Start.Length - 1;

    /// <summary>Areas without neighbours.</summary>
    public int Islands => Enumerable.Range(0, Areas).Count(i => Start[i] == Start[i + 1]);

    /// <param name="areas">How many areas, numbered from 0.</param>
    /// <param name="neighbours">Pairs (area, its neighbour), each way when it holds both ways; a pair said twice counts once.</param>
    /// <param name="style">How they weigh.</param>
    /// <exception cref="ArgumentException">An area out of range, or its own neighbour.</exception>
    public static SpatialWeights Of(int areas, IEnumerable<(int Area, int Neighbour)> neighbours, WeightStyle style = WeightStyle.RowStandardised)
    {
        var rows = new SortedSet<int>[areas];
        foreach (var (area, neighbour) in neighbours)
        {
            if ((uint)area >= (uint)areas || (uint)neighbour >= (uint)areas || area == neighbour) throw new ArgumentException($"The pair {area}-{neighbour} is not of two of the {areas} areas.", nameof(neighbours));
            (rows[area] ??= []).Add(neighbour);
        }

        var start = new int[areas + 1];
        for (var area = 0; area < areas; area++) start[area + 1] = start[area] + (rows[area]?.Count ?? 0);
        var weights = rows.SelectMany(row => row is null ? [] : Enumerable.Repeat(style == WeightStyle.Binary ? 1 : 1.0 / row.Count, row.Count));
        return new(start, [.. rows.SelectMany(row => row ?? [])], [.. weights]);
    }

    internal double RowSum(int area)
    {
        var sum = 0.0;
        for (var k = Start[area]; k < Start[area + 1]; k++) sum += Weight[k];
        return sum;
    }

    internal double Lag(int area, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var k = Start[area]; k < Start[area + 1]; k++) sum += Weight[k] * values[To[k]];
        return sum;
    }

    /// <summary>S0, S1, S2 of Cliff and Ord 1981: sums over pairs that give the variances.</summary>
    internal (double S0, double S1, double S2) Sums()
    {
        var (s0, s1, columns) = (0.0, 0.0, new double[Areas]);
        for (var i = 0; i < Areas; i++)
            for (var k = Start[i]; k < Start[i + 1]; k++)
            {
                var back = Array.BinarySearch(To, Start[To[k]], Start[To[k] + 1] - Start[To[k]], i);
                var both = Weight[k] + (back < 0 ? 0 : Weight[back]);
                s1 += back < 0 ? both * both : both * both / 2; // a pair that is said both ways is met twice
                s0 += Weight[k];
                columns[To[k]] += Weight[k];
            }

        var s2 = Enumerable.Range(0, Areas).Sum(i => Math.Pow(RowSum(i) + columns[i], 2));
        return (s0, s1, s2);
    }
}
