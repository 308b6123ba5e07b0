namespace Trame.Engines.Sortition;

/// <summary>Weights of given panels that lift the smallest probability: what a search that ran out of time makes of the panels it found.</summary>
/// <remarks>
/// Multiplicative weights (Freund and Schapire 1999, "Adaptive game playing using multiplicative weights"; Arora, Hazan and Kale 2012, "The multiplicative weights update method"): round after round the panel
/// that is worth most to those who have least gets one share more. O(rounds × panels × seats).
/// </remarks>
internal static class LevelWeights
{
    private const int Most = 3000;
    private const long Looks = 100_000_000; // at members of panels: well under a second

    /// <param name="pool">The kinds; those that no panel holds do not count.</param>
    /// <param name="panels">Panels as counts of kinds, at least one.</param>
    /// <returns>Weights of sum 1, and the smallest probability they give.</returns>
    public static (double[] Weights, double Smallest) Of(TypedPool pool, IReadOnlyList<(int Kind, int Count)[]> panels)
    {
        var rounds = (int)Math.Clamp(Looks / panels.Sum(p => (long)p.Length), 200, Most);
        var (chosen, has, pull) = (new int[panels.Count], new double[pool.Kinds.Count], new double[pool.Kinds.Count]);
        int[] people = [.. pool.Kinds.Select(k => k.People.Count)];
        double[] best = [];
        var smallest = -1.0;
        var rate = Math.Log(people.Length + 1) * people.Sum() / Math.Max(1, pool.Seats); // the stakes: a probability of about seats / people
        for (var round = 1; round <= rounds; round++)
        {
            var least = has.Zip(people, (h, n) => h / n).Min();
            for (var t = 0; t < pull.Length; t++) pull[t] = Math.Exp(-Math.Sqrt(rate / round) * (has[t] / people[t] - least)) / people[t];
            var (at, most) = (0, double.NegativeInfinity);
            for (var p = 0; p < panels.Count; p++)
            {
                double sum = 0;
                foreach (var (kind, count) in panels[p]) sum += count * pull[kind];
                if (sum > most) (at, most) = (p, sum);
            }
            chosen[at]++;
            foreach (var (kind, count) in panels[at]) has[kind] += count;
            if (round % 50 != 0 || has.Zip(people, (h, n) => h / n).Min() / round is not (var reached and > 0) || reached <= smallest) continue;
            (smallest, best) = (reached, [.. chosen.Select(c => (double)c / round)]);
        }
        return best.Length > 0 ? (best, smallest) : ([.. chosen.Select(c => (double)c / rounds)], 0);
    }
}
