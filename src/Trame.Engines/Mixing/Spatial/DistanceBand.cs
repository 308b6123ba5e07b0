namespace Trame.Engines.Mixing.Spatial;

/// <summary>Pairs of people at a distance.</summary>
/// <param name="From">Metres, included.</param>
/// <param name="To">Metres, excluded.</param>
/// <param name="Pairs">Pairs of people.</param>
/// <param name="CrossShare">Share of them that are of different groups, in [0, 1]; not a number without pairs.</param>
/// <param name="Ratio">Over the same share among all pairs: below 1, people so far apart are more alike than any two; 1, distance tells nothing.</param>
public sealed record DistanceBand(double From, double To, long Pairs, double CrossShare, double Ratio);
