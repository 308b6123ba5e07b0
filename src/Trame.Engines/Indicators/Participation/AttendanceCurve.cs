namespace Trame.Engines.Indicators.Participation;

/// <summary>How attendance lasts, those who are still coming counted for what is known of them (Kaplan and Meier 1958).</summary>
/// <remarks>Limits by Greenwood's variance (1926) on the scale of log(−log), which keeps them in [0, 1] (Kalbfleisch and Prentice 1980). Who left and who was lost from view at the same length: those who left count first. O(n log n).
/// Never a score of a person: the answer is a curve of a group. Leaving needs no reason and is not a failure.</remarks>
public static class AttendanceCurve
{
    /// <summary>The curve: one step per length at which somebody left.</summary>
    /// <param name="stays">At least one.</param>
    /// <param name="level">In (0, 1).</param>
    /// <exception cref="ArgumentException">No stay, a length that is not positive, or a level outside (0, 1).</exception>
    public static IReadOnlyList<StayPoint> Of(IReadOnlyList<Stay> stays, double level = 0.95)
    {
        Check(stays);
        if (!(level > 0 && level < 1)) throw new ArgumentException("a level is between 0 and 1.", nameof(level));
        var z = OpinionMap.Robust.NormalLaw.Quantile((1 + level) / 2);
        var (points, share, greenwood, there) = (new List<StayPoint>(), 1.0, 0.0, stays.Count);
        foreach (var same in stays.GroupBy(s => s.Length).OrderBy(g => g.Key))
        {
            var left = same.Count(s => s.Left);
            if (left > 0)
            {
                share *= (double)(there - left) / there;
                greenwood += left / ((double)there * (there - left));
                var (low, high) = Limits(share, greenwood, z);
                points.Add(new(same.Key, there, left, share, low, high));
            }

            there -= same.Count();
        }

        return points;
    }

    /// <summary>Length by which half have left; null when more than half still come.</summary>
    public static double? Median(IReadOnlyList<StayPoint> curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return curve.FirstOrDefault(p => p.Share <= 0.5 + 1e-12)?.At;
    }

    internal static void Check(IReadOnlyList<Stay> stays)
    {
        ArgumentNullException.ThrowIfNull(stays);
        if (stays.Count == 0 || stays.Any(s => !(s.Length > 0) || !double.IsFinite(s.Length))) throw new ArgumentException("at least one stay, each of a positive length.", nameof(stays));
    }

    private static (double, double) Limits(double share, double greenwood, double z)
    {
        if (share <= 0) return (0, 0); // everybody left: the variance of Greenwood is not defined there
        var spread = z * Math.Sqrt(greenwood) / Math.Log(share);
        return (Math.Pow(share, Math.Exp(-spread)), Math.Pow(share, Math.Exp(spread)));
    }
}
