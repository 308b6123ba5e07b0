namespace Trame.Registers.Occasions;

/// <summary>A field that someone else changed while it was on my form: what I have typed, what is saved now, and which is kept unless I say otherwise.</summary>
public sealed record ConflictChoice(OccasionField Field, string Mine, string Theirs, string By, bool MineByDefault);
