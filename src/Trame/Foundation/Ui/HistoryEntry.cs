namespace Trame.Foundation.Ui;

/// <summary>One thing that happened: when, what, by whom. A tie (signed, held, answered) is a gold knot on the line.</summary>
/// <param name="When">As people say it.</param>
/// <param name="WhenIso">The same for machines.</param>
public sealed record HistoryEntry(string When, string WhenIso, string What, string? Who = null, string? Why = null, bool Tie = false, string? Href = null);
