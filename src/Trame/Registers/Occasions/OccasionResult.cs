using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>One page of what was found, and what surrounds it.</summary>
/// <param name="Query">The search as it was understood.</param>
/// <param name="Total">How many in all, up to <see cref="MostCounted"/>.</param>
/// <param name="Counts">For each filter and word, how many it would leave: « domaine », « culture »; nothing of a filter that would leave more than <see cref="MostCounted"/>.</param>
/// <param name="Previous">Cursor of the page before; null on the first.</param>
/// <param name="Next">Cursor of the page after; null on the last.</param>
/// <param name="Places">The territory and point the search is about, with their names.</param>
/// <param name="LeftOut">What of the search could not be used.</param>
public sealed record OccasionResult(
    OccasionQuery Query, IReadOnlyList<OccasionSummary> Items, int Total, IReadOnlyDictionary<(string Filter, string Code), int> Counts,
    string? Previous, string? Next, SearchPlaces Places, IReadOnlyList<Refusal> LeftOut)
{
    public const int MostCounted = 10_000;

    /// <summary>There are more than were counted.</summary>
    public bool IsMore { get; init; }

    /// <summary>How many this word would leave; null when there are too many to count.</summary>
    public int? CountOf(string filter, string code) => Counts.TryGetValue((filter, code), out var count) ? count : null;
}
