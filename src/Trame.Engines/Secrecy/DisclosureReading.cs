namespace Trame.Engines.Secrecy;

/// <summary>A table that adds up, or the first reason why it does not. Exactly one of them is there.</summary>
public sealed record DisclosureReading(DisclosureTable? Table, DisclosureProblem? Problem);
