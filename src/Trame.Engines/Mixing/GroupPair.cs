namespace Trame.Engines.Mixing;

/// <summary>Two groups at the same moments.</summary>
/// <param name="First">Number of the one.</param>
/// <param name="Second">Number of the other; the same for pairs within a group.</param>
/// <param name="Observed">Pairs of people who were together.</param>
/// <param name="Expected">The same, attendances dealt at random to the same moments.</param>
public sealed record GroupPair(int First, int Second, long Observed, double Expected);
