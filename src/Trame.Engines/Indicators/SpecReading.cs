namespace Trame.Engines.Indicators;

/// <summary>The definition of an index, or what is wrong with its file: exactly one of both.</summary>
/// <param name="Spec">When all is well.</param>
/// <param name="Mistake">Otherwise.</param>
public sealed record SpecReading(CompositeSpec? Spec, SpecMistake? Mistake);
