namespace Trame.Engines.Mixing.Spatial;

/// <summary>Getis-Ord G and G*: where high values gather (hot spots) and where low ones do, as standard deviates (Ord and Getis 1995).</summary>
/// <remarks>Given the area's own value, a deal of the others at random has mean 0 and variance 1. O(areas + neighbours).</remarks>
public static class GetisOrd
{
    /// <param name="values">One finite value per area.</param>
    /// <param name="weights">Neighbours of the same areas.</param>
    /// <param name="withOwn">Whether an area counts in its own neighbourhood (G*), with the mean weight of its row, 1 when binary.</param>
    /// <returns>z of each area; not a number for an island, or where all values are the same.</returns>
    /// <exception cref="ArgumentException">Lengths differ or a value is not finite.</exception>
    public static IReadOnlyList<double> Z(IReadOnlyList<double> values, SpatialWeights weights, bool withOwn = false)
    {
        if (values.Count != weights.Areas) throw new ArgumentException("One value for each area is needed.", nameof(values));
        if (values.Any(v => !double.IsFinite(v))) throw new ArgumentException("Values are finite.", nameof(values));
        var (sum, squares) = (values.Sum(), values.Sum(v => v * v));
        return [.. Enumerable.Range(0, weights.Areas).Select(area => Of(area, [.. values], weights, withOwn, sum, squares))];
    }

    private static double Of(int area, double[] values, SpatialWeights weights, bool withOwn, double sum, double squares)
    {
        var neighbours = weights.Start[area + 1] - weights.Start[area];
        if (neighbours == 0) return double.NaN;
        var row = weights.Weight.AsSpan(weights.Start[area], neighbours);
        var (total, squared, lag) = (0.0, 0.0, weights.Lag(area, values));
        foreach (var weight in row) (total, squared) = (total + weight, squared + (weight * weight));
        double n = values.Length, own = total / neighbours;
        if (withOwn) (total, squared, lag) = (total + own, squared + (own * own), lag + (own * values[area]));
        else (n, sum, squares) = (n - 1, sum - values[area], squares - (values[area] * values[area]));
        var (mean, variance) = (sum / n, (squares / n) - (sum / n * (sum / n)));
        return (lag - (total * mean)) / Math.Sqrt(variance * ((n * squared) - (total * total)) / (n - 1));
    }
}
