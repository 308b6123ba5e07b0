namespace Trame.Registers.Occasions;

/// <summary>One field of a proposal in words: what the register says, what is proposed.</summary>
public sealed record ProposedField(OccasionField Field, string Before, string After);
