namespace Trame.Engines.Indicators;

/// <summary>Every combination of options, once: shares of variance without draws (decomposition of Hoeffding 1948, Sobol 1993).</summary>
internal sealed class EveryCombination : ITrialDesign
{
    private readonly int[] _sizes, _strides;

    public EveryCombination(int[] sizes)
    {
        (_sizes, _strides) = (sizes, new int[sizes.Length]);
        var count = 1;
        for (var c = 0; c < sizes.Length; c++) (_strides[c], count) = (count, count * sizes[c]);
        Points = [.. Enumerable.Range(0, count).Select(p => sizes.Select((size, c) => (ulong)(p / _strides[c] % size)).ToArray())];
    }

    public IReadOnlyList<ulong[]> Points { get; }

    public int Independent => Points.Count;

    public double Total(double[] values, int choice) => Sobol(values, choice).Total;

    public (double First, double Total, double FirstError, double TotalError) Sobol(double[] values, int choice)
    {
        var mean = values.Average();
        var variance = values.Average(v => (v - mean) * (v - mean));
        if (!(variance > 1e-24)) return (double.NaN, double.NaN, 0, 0);
        var (size, stride, first, total) = (_sizes[choice], _strides[choice], 0.0, 0.0);
        var ofOption = new double[size];
        for (var p = 0; p < values.Length; p++) ofOption[p / stride % size] += values[p] * size / values.Length;
        foreach (var option in ofOption) first += (option - mean) * (option - mean) / size;
        for (var p = 0; p < values.Length; p++)
        {
            if (p / stride % size != 0) continue;
            var inside = Enumerable.Range(0, size).Select(o => values[p + (o * stride)]).ToArray();
            total += inside.Sum(v => (v - inside.Average()) * (v - inside.Average())) / values.Length;
        }

        return (first / variance, total / variance, 0, 0);
    }
}
