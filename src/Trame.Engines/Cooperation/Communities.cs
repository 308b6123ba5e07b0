namespace Trame.Engines.Cooperation;

/// <summary>Communities of a network and how sure they are.</summary>
/// <param name="Community">Community of each node; 0 is the largest. Every community is connected.</param>
/// <param name="Count">How many communities.</param>
/// <param name="Quality">Value of the division (<see cref="PartitionQuality"/>).</param>
/// <param name="RunQualities">The value each independent run reached, in order.</param>
/// <param name="Stability">Mean adjusted Rand index between two independent runs: 1 when all find the same; null with a single run.</param>
/// <param name="Jaccard">For each community, how well it is found again: mean over the runs of its best Jaccard index (Hennig 2007); below 0.5 it is not to be relied on. Empty with a single run.</param>
/// <param name="Cores">Number of the core of each node: two nodes of one core were together in every run.</param>
public sealed record Communities(IReadOnlyList<int> Community, int Count, double Quality, IReadOnlyList<double> RunQualities, double? Stability, IReadOnlyList<double> Jaccard, IReadOnlyList<int> Cores);
