namespace Trame.Engines.Secrecy;

/// <summary>The chances of whole numbers that have the largest entropy for a mean of 0 and a variance: exp(a·v − b·v²), two multipliers found by Newton's method (Jaynes 1957).</summary>
internal static class LargestEntropy
{
    private const int Steps = 200;

    /// <param name="least">The least number, below 0.</param>
    /// <param name="most">The largest, above 0.</param>
    /// <param name="variance">Above 0, below −least × most.</param>
    public static double[] Of(int least, int most, double variance)
    {
        var (a, b) = (0.0, 1 / (2 * variance));
        var chances = Chances(least, most, a, b);
        for (var step = 0; step < Steps; step++)
        {
            var (m1, m2, m3, m4) = (Moment(chances, least, 1), Moment(chances, least, 2), Moment(chances, least, 3), Moment(chances, least, 4));
            var (off1, off2) = (m1, m2 - variance);
            var miss = Math.Abs(off1) + Math.Abs(off2) / variance;
            if (miss < 1e-13) break;
            double aa = m2 - m1 * m1, ab = -(m3 - m1 * m2), bb = m4 - m2 * m2; // the dual's Hessian, of (a, b)
            var det = aa * bb - ab * ab;
            if (!(det > 1e-300)) break;
            var (da, db) = (-(bb * off1 + ab * off2) / det, (ab * off1 + aa * off2) / det);
            var size = 1.0;
            double[] next;
            while ((next = Chances(least, most, a + size * da, b + size * db)) is var tried && Miss(tried, least, variance) >= miss && size > 1e-9) size /= 2;
            (a, b, chances) = (a + size * da, b + size * db, next);
        }

        return chances;
    }

    private static double Miss(double[] chances, int least, double variance) => Math.Abs(Moment(chances, least, 1)) + Math.Abs(Moment(chances, least, 2) - variance) / variance;

    private static double[] Chances(int least, int most, double a, double b)
    {
        var powers = Enumerable.Range(least, most - least + 1).Select(v => a * v - b * v * v).ToArray();
        var (top, total) = (powers.Max(), 0.0);
        for (var k = 0; k < powers.Length; k++) total += powers[k] = Math.Exp(powers[k] - top);
        return Array.ConvertAll(powers, p => p / total);
    }

    private static double Moment(double[] chances, int least, int order) => chances.Select((p, k) => p * Math.Pow(k + least, order)).Sum();
}
