namespace Trame.Engines.Mixing.Spatial;

/// <summary>Values less their mean over the areas that have neighbours, or are somebody's; 0 for islands.</summary>
internal sealed record Centred(double[] Values, int Areas, double Squares, double Kurtosis, bool[] Takes)
{
    public bool Counts(int area) => Takes[area];

    public static Centred? Of(IReadOnlyList<double> values, SpatialWeights weights)
    {
        if (values.Count != weights.Areas) throw new ArgumentException("One value for each area is needed.", nameof(values));
        if (values.Any(v => !double.IsFinite(v))) throw new ArgumentException("Values are finite.", nameof(values));
        bool[] takes = [.. Enumerable.Range(0, weights.Areas).Select(i => weights.Start[i] < weights.Start[i + 1])];
        foreach (var neighbour in weights.To) takes[neighbour] = true;
        var areas = takes.Count(t => t);
        if (areas < 4) return null;
        var mean = values.Where((_, i) => takes[i]).Average();
        double[] centred = [.. values.Select((v, i) => takes[i] ? v - mean : 0)];
        var squares = centred.Sum(z => z * z);
        return squares <= 1e-24 * areas * Math.Max(mean * mean, double.Epsilon) ? null : new(centred, areas, squares, areas * centred.Sum(z => z * z * z * z) / (squares * squares), takes);
    }
}
