namespace Trame.Registers.Sources;

/// <summary>Why a cell cannot be taken: the field it would say, what stands there, and the sentence with its remedy.</summary>
public sealed record CellFault(string Field, string Value, string Reason);
