namespace Trame.Engines.Sortition;

/// <summary>A lottery turned into equally likely panels, so that one public number draws it.</summary>
/// <remarks>
/// Each panel is first repeated ⌊count × probability⌋ times and the largest remainders once more; then one repetition is exchanged for another as long as the sum of fourth powers of
/// people's errors decreases, which keeps the largest error small (an exchange is looked for among the 40 best removals and the 40 best additions). O(panels × seats) per exchange.
/// The method and its bounds are discussed in Flanigan, Kehne and Procaccia 2021, "Fair sortition made transparent".
/// </remarks>
public sealed class UniformLottery
{
    private const int Looked = 40;

    private UniformLottery(IReadOnlyList<IReadOnlyList<int>> panels, IReadOnlyList<int> counts, double largestError) => (Panels, Counts, LargestError) = (panels, counts, largestError);

    /// <summary>The numbered panels; the first one is number 1. One panel may come several times.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Panels { get; }

    /// <summary>In how many panels each person is.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>The largest difference between a person's probability before and after, in [0, 1].</summary>
    public double LargestError { get; }

    /// <param name="panels">The lottery; probabilities of sum 1.</param>
    /// <param name="people">People in the pool.</param>
    /// <param name="count">Number of equally likely panels, ≥ 1.</param>
    public static UniformLottery Of(IReadOnlyList<WeightedPanel> panels, int people, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var (repeats, errors) = (Apportion(panels, count), new double[people]);
        for (var j = 0; j < panels.Count; j++)
            foreach (var i in panels[j].Members) errors[i] += repeats[j] - count * panels[j].Probability;
        while (Exchange(panels, repeats, errors)) { }
        var counts = new int[people];
        var numbered = new List<IReadOnlyList<int>>();
        for (var j = 0; j < panels.Count; j++)
            for (var r = 0; r < repeats[j]; r++)
            {
                numbered.Add(panels[j].Members);
                foreach (var i in panels[j].Members) counts[i]++;
            }
        return new(numbered, counts, errors.Max(Math.Abs) / count);
    }

    private static int[] Apportion(IReadOnlyList<WeightedPanel> panels, int count)
    {
        var repeats = panels.Select(p => (int)(count * p.Probability + 1e-9)).ToArray();
        foreach (var j in Enumerable.Range(0, panels.Count).OrderByDescending(j => count * panels[j].Probability - repeats[j]).Take(count - repeats.Sum())) repeats[j]++;
        return repeats;
    }

    private static bool Exchange(IReadOnlyList<WeightedPanel> panels, int[] repeats, double[] errors)
    {
        var (gainLess, gainMore) = (errors.Select(e => Cost(e - 1) - Cost(e)).ToArray(), errors.Select(e => Cost(e + 1) - Cost(e)).ToArray());
        var less = Enumerable.Range(0, panels.Count).Where(j => repeats[j] > 0).Select(j => (j, Cost: panels[j].Members.Sum(i => gainLess[i]))).OrderBy(m => m.Cost).Take(Looked).ToList();
        var more = Enumerable.Range(0, panels.Count).Select(j => (j, Cost: panels[j].Members.Sum(i => gainMore[i]))).OrderBy(m => m.Cost).Take(Looked).ToList();
        var (best, from, to) = (-1e-9, -1, -1);
        var leaving = new bool[errors.Length];
        foreach (var (j, costLess) in less)
        {
            foreach (var i in panels[j].Members) leaving[i] = true;
            foreach (var (k, costMore) in more)
            {
                var cost = costLess + costMore;
                foreach (var i in panels[k].Members)
                    if (leaving[i]) cost -= gainLess[i] + gainMore[i];
                if (cost < best) (best, from, to) = (cost, j, k);
            }
            foreach (var i in panels[j].Members) leaving[i] = false;
        }
        if (from < 0) return false;
        (repeats[from], repeats[to]) = (repeats[from] - 1, repeats[to] + 1);
        foreach (var i in panels[from].Members) errors[i]--;
        foreach (var i in panels[to].Members) errors[i]++;
        return true;
    }

    private static double Cost(double error) => error * error * error * error;
}
