namespace Trame.Engines.Optimization;

/// <summary>An arc of a <see cref="FlowNetwork"/>.</summary>
/// <param name="From">Node it leaves.</param>
/// <param name="To">Node it enters.</param>
/// <param name="Cost">Per unit carried.</param>
/// <param name="Lower">Least flow.</param>
/// <param name="Upper">Most flow, <see cref="FlowNetwork.Unlimited"/> when there is none.</param>
public readonly record struct FlowArc(int From, int To, long Cost, long Lower, long Upper);
