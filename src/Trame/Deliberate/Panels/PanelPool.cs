using Trame.Engines.Sortition;

namespace Trame.Deliberate.Panels;

/// <summary>Those who said yes and may be drawn, as the engine takes them: tickets, values, households.</summary>
public static class PanelPool
{
    public static IReadOnlyList<PanelPerson> Of(IEnumerable<PanelPerson> people) => [.. people.Where(p => p.State == PanelState.Accepted).OrderBy(p => p.Ticket, StringComparer.Ordinal)];

    /// <returns>Null when there are fewer people than seats.</returns>
    public static SortitionProblem? Problem(Convention convention, IReadOnlyList<PanelPerson> pool) => pool.Count < convention.Seats ? null : new(
        convention.Categories, [.. convention.Values.Select(v => new Quota(v.Category, v.Value, v.Min, v.Max))],
        [.. pool.Select(p => new Candidate(p.Ticket, p.Values, p.Household))], convention.Seats);

    /// <summary>How many of each value, and how many the panel needs.</summary>
    public static IEnumerable<(PanelValue Value, int There)> Count(Convention convention, IReadOnlyList<PanelPerson> pool) =>
        convention.Values.Select(v => (v, pool.Count(p => p.Values.ElementAtOrDefault(convention.Categories.Index().First(c => c.Item.Equals(v.Category, StringComparison.CurrentCultureIgnoreCase)).Index) == v.Value)));
}
