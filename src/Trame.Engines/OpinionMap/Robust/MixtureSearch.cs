namespace Trame.Engines.OpinionMap.Robust;

/// <summary>The best mixture for a given number of groups, from several starts.</summary>
internal static class MixtureSearch
{
    private const int Starts = 8;
    private const int QuickStarts = 4;
    private const int ShortFit = 10;
    private const int LongFit = 80;
    private const int QuickFit = 40;

    /// <param name="people">Those it is searched on.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="random">Draws the starts.</param>
    /// <param name="stop">Cancels between two iterations.</param>
    /// <param name="isQuick">Fewer starts and iterations: for what is done again many times.</param>
    public static OpinionMixture Best(OpinionSummaries people, int groups, SeededRandom random, CancellationToken stop, bool isQuick = false)
    {
        if (groups == 1) return OpinionMixture.Start(people.Axes, new double[people.Axes], 1).Fit(people, LongFit, stop);
        var best = Enumerable.Range(0, isQuick ? QuickStarts : Starts).Select(_ => OpinionMixture.Start(people.Axes, Seeds(people, groups, random), 0.4).Fit(people, ShortFit, stop))
            .MaxBy(m => m.LogLikelihood)!;
        return best.Fit(people, isQuick ? QuickFit : LongFit, stop);
    }

    // k-means++ (Arthur and Vassilvitskii 2007) among the half of the people whose votes say most: far ones more likely.
    private static double[] Seeds(OpinionSummaries people, int groups, SeededRandom random)
    {
        var (d, points) = (people.Axes, people.Means());
        int[] telling = [.. Enumerable.Range(0, people.Count).OrderByDescending(person => Trace(people.Precision(person), d)).Take(Math.Max(groups, (people.Count + 1) / 2))];
        var chosen = new List<int> { telling[random.Next(telling.Length)] };
        var distances = new double[telling.Length];
        Array.Fill(distances, double.PositiveInfinity);
        while (chosen.Count < groups)
        {
            var total = 0.0;
            for (var i = 0; i < telling.Length; i++)
            {
                var distance = 0.0;
                for (var a = 0; a < d; a++) distance += Math.Pow(points[(telling[i] * d) + a] - points[(chosen[^1] * d) + a], 2);
                total += distances[i] = Math.Min(distances[i], distance);
            }

            var (left, next) = (random.NextDouble() * total, 0);
            while (next < telling.Length - 1 && (left -= distances[next]) > 0) next++;
            chosen.Add(telling[next]);
        }

        return [.. chosen.SelectMany(person => points.Skip(person * d).Take(d))];
    }

    private static double Trace(ReadOnlySpan<double> matrix, int n)
    {
        var trace = 0.0;
        for (var i = 0; i < n; i++) trace += matrix[(i * n) + i];
        return trace;
    }
}
