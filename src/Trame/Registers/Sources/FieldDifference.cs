namespace Trame.Registers.Sources;

/// <summary>What the file says of a field, and what is shown. Where it is not shown, somebody else had spoken: both words are kept.</summary>
public sealed record FieldDifference(string Field, string Before, string After, bool Shown);
