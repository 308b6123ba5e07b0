namespace Trame.Engines.Indicators;

/// <summary>The first thing wrong in the file of an index, and where.</summary>
/// <param name="Fault">What.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Detail">The words at fault, and what was expected.</param>
public sealed record SpecMistake(SpecFault Fault, int Line, int Column, string Detail);
