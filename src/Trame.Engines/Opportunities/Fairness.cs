namespace Trame.Engines.Opportunities;

/// <summary>Concave in what an area has: the next need covered counts more where less is covered. With slopes ever steeper this becomes leximin between areas.</summary>
internal static class Fairness
{
    public static readonly double[] Slopes = [1, 0.5, 0.25, 0];

    public static double Of(double covered, double weight, double strength)
    {
        if (weight <= 0) return 0;
        var (sum, quarter) = (0.0, weight / Slopes.Length);
        for (var j = 0; j < Slopes.Length; j++) sum += Slopes[j] * Math.Clamp(covered - j * quarter, 0, quarter);
        return strength * sum;
    }
}
