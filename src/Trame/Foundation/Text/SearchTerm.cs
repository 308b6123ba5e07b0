namespace Trame.Foundation.Text;

/// <summary>One word looked for. A text has it when one of its indexed words equals <see cref="Stem"/>, or starts with <see cref="Folded"/> (equals it when <see cref="IsPrefix"/> is false).</summary>
/// <param name="Folded">The word as typed, folded: « jard », « jardins ».</param>
/// <param name="Stem">Its common form: « jard », « jardin ».</param>
/// <param name="IsPrefix">Whether the word may go on: people type the beginning and look.</param>
public sealed record SearchTerm(string Folded, string Stem, bool IsPrefix);
