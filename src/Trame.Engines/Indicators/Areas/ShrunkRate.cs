namespace Trame.Engines.Indicators.Areas;

/// <summary>A rate that borrows from the others what its own numbers do not tell.</summary>
/// <param name="Raw">Events per exposure.</param>
/// <param name="Rate">Its estimate, between the raw rate and that of all.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Own">Weight of the area's own rate, in [0, 1]; the rest is that of all.</param>
public sealed record ShrunkRate(double Raw, double Rate, double Low, double High, double Own);
