namespace Trame.Engines.Sortition;

/// <summary>What recomputing a published draw says: yes, or exactly where not.</summary>
/// <param name="Flaw">Null: everything is as said.</param>
/// <param name="Line">Line of the flaw, from 1; 0 when there is none.</param>
/// <param name="Said">What the file says there.</param>
/// <param name="Found">What it should say.</param>
/// <param name="Commitment">SHA-256 of the committed part, in hexadecimal; "" when the file is no published draw.</param>
/// <param name="Panels">Numbered panels.</param>
/// <param name="Drawn">Number of the panel that was drawn, or null: not drawn yet, or a flaw.</param>
/// <param name="Members">Identifiers of the panel that was drawn.</param>
public sealed record DrawVerdict(DrawFlaw? Flaw, int Line, string Said, string Found, string Commitment, int Panels, int? Drawn, IReadOnlyList<string> Members);
