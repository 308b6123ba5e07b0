namespace Trame.Include.Accessibility;

/// <summary>One of the thirteen themes of the RGAA, with the criteria that somebody has to look at.</summary>
public sealed record LedgerTheme(string French, string English, IReadOnlyList<Criterion> Criteria);
