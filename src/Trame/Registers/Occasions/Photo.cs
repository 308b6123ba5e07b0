namespace Trame.Registers.Occasions;

/// <summary>A picture of a place or moment, with the words that replace it for those who do not see it.</summary>
public sealed record Photo(string File, string Alt, string Credit);
