namespace Trame.Engines.Mixing;

/// <summary>A measured value.</summary>
/// <param name="Value">The index.</param>
/// <param name="Low">Lower end of the interval, from moments drawn again with replacement (percentiles).</param>
/// <param name="High">Upper end.</param>
/// <param name="Expected">Mean of the index when the same attendances are dealt at random to moments of the same sizes: small moments look separated by chance alone.</param>
/// <param name="P">Two-sided: how often chance is at least as far from <paramref name="Expected"/>, (1 + such draws)/(1 + draws).</param>
public sealed record Measured(double Value, double Low, double High, double Expected, double P) : Measure;
