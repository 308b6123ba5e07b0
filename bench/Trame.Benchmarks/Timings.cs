namespace Trame.Benchmarks;

/// <summary>Durations in milliseconds; the 95th percentile is the smallest that at least 95 % do not exceed.</summary>
internal sealed class Timings(IEnumerable<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    public int Count => _sorted.Length;
    public double Median => At(0.5);
    public double P95 => At(0.95);
    public double Longest => _sorted[^1];

    private double At(double share) => _sorted.Length == 0 ? double.NaN : _sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Length) - 1, 0, _sorted.Length - 1)];
}
