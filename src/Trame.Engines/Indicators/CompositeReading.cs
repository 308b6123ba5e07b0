namespace Trame.Engines.Indicators;

/// <summary>An index, or why there is none: exactly one of both.</summary>
/// <param name="Result">When all is well.</param>
/// <param name="Problem">Otherwise.</param>
public sealed record CompositeReading(CompositeResult? Result, CompositeProblem? Problem);
