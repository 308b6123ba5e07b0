namespace Trame.Engines.OpinionMap.Reference;

/// <summary>A cluster of points in the plane, as the reference pipeline carries it from one update to the next.</summary>
/// <param name="Id">Kept while the cluster lives; a new one takes the largest plus one.</param>
/// <param name="Members">Names of the points: rows of the vote table for base clusters, ids of base clusters for groups.</param>
/// <param name="X">Centre, first component.</param>
/// <param name="Y">Centre, second component.</param>
public sealed record Cluster(int Id, IReadOnlyList<int> Members, double X, double Y);
