namespace Trame.Engines.Sortition;

/// <summary>The rule that was in use before fair lotteries, kept for comparison: seat after seat, someone at random from the value that is most urgent.</summary>
/// <remarks>
/// Urgency of a quota = (minimum − selected) / people left in it; the most urgent quota gives a uniformly random person; their household leaves, and everyone of a quota that is full
/// leaves. A run that gets stuck starts again, at most <see cref="Attempts"/> times (Flanigan et al. 2021, Nature 596, methods, "LEGACY"). One run: O(seats × people × quotas).
/// Nothing is guaranteed: people may have almost no chance.
/// </remarks>
internal static class LegacyGreedy
{
    public const int Attempts = 100;

    /// <returns>A panel as places in the pool, or null when every attempt got stuck.</returns>
    public static int[]? Draw(TypedPool pool, DrawStream chance)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
            if (Once(pool, chance) is { } panel) return panel;
        return null;
    }

    private static int[]? Once(TypedPool pool, DrawStream chance)
    {
        var left = pool.Kinds.Select(k => k.People.ToList()).ToArray();
        var (selected, remaining) = (new int[pool.Rows.Count], new int[pool.Rows.Count]);
        for (var t = 0; t < left.Length; t++)
            foreach (var row in pool.Kinds[t].In) remaining[row] += left[t].Count;
        var panel = new List<int>(pool.Staying);
        for (var seat = 0; seat < pool.Seats; seat++)
        {
            for (var t = 0; t < left.Length; t++)
                if (pool.Kinds[t].In.Any(r => pool.Rows[r].Quota is not null && selected[r] >= pool.Rows[r].Max)) Leave(pool, left, remaining, t, _ => true);
            if (Urgent(pool, selected, remaining) is not { } row) return null;
            var (kind, person) = Pick(pool, left, row, chance.Below(remaining[row]));
            panel.Add(person);
            foreach (var r in pool.Kinds[kind].In) selected[r]++;
            var home = pool.Problem.Pool[person].Household;
            for (var t = 0; t < left.Length; t++)
                if (t == kind || home is not null) Leave(pool, left, remaining, t, i => i == person || home is not null && pool.Problem.Pool[i].Household == home);
        }
        return pool.Rows.Index().All(r => selected[r.Index] >= r.Item.Min) ? [.. panel.Order()] : null;
    }

    private static (int Kind, int Person) Pick(TypedPool pool, List<int>[] left, int row, int place)
    {
        for (var t = 0; ; t++)
        {
            if (!pool.Kinds[t].In.Contains(row)) continue;
            if (place < left[t].Count) return (t, left[t][place]);
            place -= left[t].Count;
        }
    }

    private static void Leave(TypedPool pool, List<int>[] left, int[] remaining, int kind, Predicate<int> who)
    {
        if (left[kind].Count == 0) return;
        var gone = left[kind].RemoveAll(who);
        foreach (var row in pool.Kinds[kind].In) remaining[row] -= gone;
    }

    /// <summary>The most urgent row with someone left; null when a minimum can no longer be reached or nobody is left.</summary>
    private static int? Urgent(TypedPool pool, int[] selected, int[] remaining)
    {
        int? urgent = null;
        var most = double.NegativeInfinity;
        for (var row = 0; row < pool.Rows.Count; row++)
        {
            var missing = pool.Rows[row].Min - selected[row];
            if (missing > remaining[row]) return null;
            if (remaining[row] == 0 || pool.Rows[row].Quota is null) continue;
            var urgency = (double)missing / remaining[row];
            if (urgency > most) (urgent, most) = (row, urgency);
        }
        return urgent ?? (remaining[0] > 0 ? 0 : null);
    }
}
