namespace Trame.Engines.Optimization;

/// <summary>Where a branch and bound stands; told at each new best point and once every thousand nodes.</summary>
/// <param name="Nodes">Nodes explored.</param>
/// <param name="Objective">Objective of the best point; NaN when there is none.</param>
/// <param name="Bound">No point can be better than this.</param>
/// <param name="Values">The best point, when it is new; null otherwise.</param>
public sealed record IntegerProgress(long Nodes, double Objective, double Bound, IReadOnlyList<double>? Values);
