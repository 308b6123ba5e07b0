namespace Trame.Engines.Cooperation;

/// <summary>Mutual information that two divisions of given sizes share by chance alone, members drawn at random (Vinh, Epps and Bailey 2010, theorem 1).</summary>
internal static class ExpectedInformation
{
    public static double Of(IEnumerable<int> rows, IEnumerable<int> columns, int nodes)
    {
        var (ofRows, ofColumns) = (Sizes(rows), Sizes(columns));
        var logs = new double[nodes + 1]; // log n!
        for (var n = 2; n <= nodes; n++) logs[n] = logs[n - 1] + Math.Log(n);
        var sum = 0.0;
        foreach (var (a, manyA) in ofRows)
            foreach (var (b, manyB) in ofColumns)
                sum += (double)manyA * manyB * OfPair(a, b, nodes, logs);
        return sum;
    }

    private static double OfPair(int a, int b, int nodes, double[] logs)
    {
        var from = Math.Max(1, a + b - nodes);
        var sum = 0.0;
        for (var n = from; n <= Math.Min(a, b); n++)
        {
            var chance = logs[a] + logs[b] + logs[nodes - a] + logs[nodes - b] - logs[nodes] - logs[n] - logs[a - n] - logs[b - n] - logs[nodes - a - b + n];
            sum += (double)n / nodes * Math.Log((double)nodes * n / ((double)a * b)) * Math.Exp(chance);
        }

        return sum;
    }

    private static List<(int Size, int Many)> Sizes(IEnumerable<int> sizes) => [.. sizes.GroupBy(s => s).Select(g => (g.Key, g.Count()))];
}
