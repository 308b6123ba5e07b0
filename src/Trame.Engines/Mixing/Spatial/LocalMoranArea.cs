namespace Trame.Engines.Mixing.Spatial;

/// <summary>Local Moran of one area.</summary>
/// <param name="Area">Its number.</param>
/// <param name="Test">The statistic and what chance gives; null for an island.</param>
/// <param name="Quadrant">The area and its neighbours.</param>
/// <param name="Q">The p-value (of the permutations when there are some) corrected for the number of areas (Benjamini and Hochberg 1995).</param>
public sealed record LocalMoranArea(int Area, SpatialTest? Test, MoranQuadrant Quadrant, double Q);
