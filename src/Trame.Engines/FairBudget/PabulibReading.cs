namespace Trame.Engines.FairBudget;

/// <summary>What came out of reading a Pabulib file: the file, or the first problem met. Exactly one of them is there.</summary>
public sealed record PabulibReading(PabulibFile? File, PabulibProblem? Problem);
