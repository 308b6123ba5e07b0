using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

/// <summary>The oracle: every subset of the pool is tried, and the leximin vector is found in exact fractions, person by person.</summary>
internal static class EveryPanel
{
    public static List<int[]> Of(SortitionProblem problem) =>
        [.. Enumerable.Range(0, 1 << problem.Pool.Count).Select(set => Enumerable.Range(0, problem.Pool.Count).Where(i => (set >> i & 1) == 1).ToArray()).Where(panel => IsValid(problem, panel))];

    public static bool IsValid(SortitionProblem problem, IReadOnlyList<int> panel) =>
        panel.Count == problem.Size && panel.Distinct().Count() == panel.Count
        && problem.AlreadySelected.All(id => panel.Any(i => problem.Pool[i].Id == id))
        && problem.Quotas.All(q => panel.Count(i => problem.Counts(q, problem.Pool[i])) is var c && c >= q.Min && c <= q.Max)
        && panel.Select(i => problem.Pool[i].Household).Where(h => h is not null).GroupBy(h => h).All(h => h.Count() == 1);

    /// <summary>Level after level: the highest one that everyone left can have, then those whom it stops.</summary>
    public static double[] Leximin(SortitionProblem problem, List<int[]> panels)
    {
        var levels = new Fraction?[problem.Pool.Count];
        while (levels.Any(l => l is null))
        {
            var level = Highest(problem, panels, levels, null);
            for (var i = 0; i < levels.Length; i++)
                if (levels[i] is null && Highest(problem, panels, Floor(levels, level), i).CompareTo(level) == 0) levels[i] = level;
        }
        return [.. levels.Select(l => (double)l!.Value)];
    }

    private static Fraction?[] Floor(Fraction?[] levels, Fraction level) => [.. levels.Select(l => l ?? level)];

    // Unknowns: a weight per panel (of sum at most 1), then the level that is raised, of everyone without a floor or of one person.
    private static Fraction Highest(SortitionProblem problem, List<int[]> panels, Fraction?[] floors, int? person)
    {
        var rows = new List<(Fraction[], Fraction)> { ([.. panels.Select(_ => (Fraction)1), 0], 1) };
        // Floors have a negative right-hand side: the weights start at an excess that costs more than any level is worth.
        var penalty = new Fraction[panels.Count + 1 + problem.Pool.Count];
        Array.Fill(penalty, 0);
        penalty[panels.Count] = 1;
        var all = new List<(Fraction[] Row, Fraction Right)>();
        foreach (var (row, right) in rows) all.Add(([.. row, .. problem.Pool.Select(_ => (Fraction)0)], right));
        for (var i = 0; i < problem.Pool.Count; i++)
        {
            var raised = person is { } p ? p == i : floors[i] is null;
            if (!raised && floors[i] is null) continue;
            var floor = floors[i] is { } f && person != i ? f : (Fraction)0;
            // level + got' − Σ panels ≤ 0, where got' ∈ [0, floor] is what is promised; promising everything is rewarded.
            all.Add(([.. panels.Select(panel => (Fraction)(panel.Contains(i) ? -1 : 0)), raised ? 1 : 0, .. problem.Pool.Select((_, j) => (Fraction)(j == i ? 1 : 0))], 0));
            all.Add(([.. panels.Select(_ => (Fraction)0), 0, .. problem.Pool.Select((_, j) => (Fraction)(j == i ? 1 : 0))], floor));
            penalty[panels.Count + 1 + i] = 1000;
        }
        var value = ExactTableau.Max(penalty, all);
        for (var i = 0; i < problem.Pool.Count; i++)
            if (floors[i] is { } f && person != i) value -= 1000 * f;
        return value;
    }
}
