namespace Trame.Engines.Opportunities;

/// <summary>The first thing wrong in a file, and where.</summary>
/// <param name="Fault">What.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Detail">The words at fault, and what was expected.</param>
public sealed record OpportunityMistake(OpportunityFault Fault, int Line, int Column, string Detail);
