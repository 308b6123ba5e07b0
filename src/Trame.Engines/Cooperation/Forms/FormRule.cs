namespace Trame.Engines.Cooperation.Forms;

/// <summary>One line of a decision table: what must all be so for an outcome.</summary>
/// <param name="Outcome">What is found then.</param>
/// <param name="Conditions">All of them.</param>
public sealed record FormRule<T>(T Outcome, IReadOnlyList<FactCondition> Conditions)
    where T : struct;
