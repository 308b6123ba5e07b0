namespace Trame.Engines.Mixing;

/// <summary>No value, which is an answer too.</summary>
/// <param name="Why">What is missing.</param>
/// <param name="Found">How many there are.</param>
/// <param name="Needed">How many are needed.</param>
public sealed record NotMeasurable(TooFew Why, long Found, long Needed) : Measure;
