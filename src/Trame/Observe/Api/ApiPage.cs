namespace Trame.Observe.Api;

/// <summary>One page of a list.</summary>
/// <param name="Next">Address of the page after; null on the last. Also in the header Link.</param>
/// <param name="Previous">Address of the page before; null on the first, and where a list is only followed forwards.</param>
/// <param name="Total">How many in all, where that is counted.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next, string? Previous = null, int? Total = null);
