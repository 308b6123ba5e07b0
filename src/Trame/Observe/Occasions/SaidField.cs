namespace Trame.Observe.Occasions;

/// <summary>What is said of one question, by whom and when, and what others say.</summary>
public sealed record SaidField(string Label, string Value, string Source, string Day, IReadOnlyList<(string Value, string Source, string Day)> Others);
