namespace Trame.Engines.Indicators.Areas;

/// <summary>A rate freed of the age of the population, with its limits.</summary>
/// <param name="Value">The rate (direct), or the ratio of observed to expected (indirect).</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Events">Events observed.</param>
/// <param name="Expected">Events expected with the rates of reference; NaN for the direct method.</param>
public sealed record StandardisedRate(double Value, double Low, double High, double Events, double Expected);
