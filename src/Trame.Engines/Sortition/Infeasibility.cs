namespace Trame.Engines.Sortition;

/// <summary>Why no panel exists, and the least that would have to change.</summary>
/// <param name="Conflict">Bounds that contradict each other with the panel size and the households; without any one of them, the others can be met. Empty: the size alone cannot be met.</param>
/// <param name="Relaxations">Smallest changes that make a panel possible, by the weights of <see cref="InfeasibilitySearch"/>; empty when none within the allowed flexibility does.</param>
public sealed record Infeasibility(IReadOnlyList<QuotaBound> Conflict, IReadOnlyList<Relaxation> Relaxations);
