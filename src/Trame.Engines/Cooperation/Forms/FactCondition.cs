namespace Trame.Engines.Cooperation.Forms;

/// <summary>An answer that a rule asks for, or that decided.</summary>
/// <param name="Question">Which question.</param>
/// <param name="Answer">Yes or no.</param>
public sealed record FactCondition(RelationQuestion Question, bool Answer);
