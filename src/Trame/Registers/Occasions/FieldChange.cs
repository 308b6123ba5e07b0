namespace Trame.Registers.Occasions;

/// <summary>One field of one revision, in canonical text.</summary>
public sealed record FieldChange(OccasionField Field, string Before, string After);
