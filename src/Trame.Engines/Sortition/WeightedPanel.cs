namespace Trame.Engines.Sortition;

/// <summary>A valid panel and the probability that the lottery draws it.</summary>
/// <param name="Members">Places in the pool, in increasing order; those already selected are among them.</param>
/// <param name="Probability">In (0, 1].</param>
public sealed record WeightedPanel(IReadOnlyList<int> Members, double Probability);
