namespace Trame.Engines.Opportunities;

/// <summary>What changes from one plan to the next, by the words of the things and not by their numbers.</summary>
/// <param name="Kept">Bundles that are the same: venue, kind, hour, who gives and who receives.</param>
/// <param name="Changed">Same venue, kind, hour and giver, other receivers.</param>
/// <param name="Added">New ones.</param>
/// <param name="Removed">Gone ones.</param>
public sealed record PlanDifference(IReadOnlyList<string> Kept, IReadOnlyList<string> Changed, IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>Compares two plans, each with its own problem.</summary>
    public static PlanDifference Of(OpportunityProblem beforeProblem, OpportunityPlan before, OpportunityProblem afterProblem, OpportunityPlan after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Of(Words(beforeProblem, before), Words(afterProblem, after));
    }

    /// <summary>Compares two plans told in words.</summary>
    /// <param name="old">For each bundle before (venue, kind, hour and giver), who receives.</param>
    /// <param name="now">The same, after.</param>
    public static PlanDifference Of(IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> now)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        return new([.. now.Where(p => old.TryGetValue(p.Key, out var who) && who == p.Value).Select(p => p.Key)], [.. now.Where(p => old.TryGetValue(p.Key, out var who) && who != p.Value).Select(p => p.Key)],
            [.. now.Keys.Where(k => !old.ContainsKey(k))], [.. old.Keys.Where(k => !now.ContainsKey(k))]);
    }

    private static SortedDictionary<string, string> Words(OpportunityProblem p, OpportunityPlan plan) => new(plan.Bundles.ToDictionary(
        b => string.Join(" · ", b.Place >= 0 ? p.Places[b.Place].Id : p.Moments[b.Moment].Id, p.Kinds[b.Kind].Id, SlotWords.Write(b.Start, b.Hours), b.Giver >= 0 ? p.Resources[b.Giver].Id : "-"),
        b => string.Join(",", b.Receivers.Select(n => p.Needs[n].Id).Order(StringComparer.Ordinal)), StringComparer.Ordinal), StringComparer.Ordinal);
}
