namespace Trame.Engines.Cooperation.Forms;

/// <summary>What was observed of one relation. A question without an answer is not known, which is neither yes nor no.</summary>
/// <param name="Answers">Yes or no to some questions.</param>
public sealed record RelationFacts(IReadOnlyDictionary<RelationQuestion, bool> Answers)
{
    /// <summary>Yes, no, or null.</summary>
    public bool? this[RelationQuestion question] => Answers.TryGetValue(question, out var answer) ? answer : null;
}
