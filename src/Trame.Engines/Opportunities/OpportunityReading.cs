namespace Trame.Engines.Opportunities;

/// <summary>A problem, or what is wrong with its file: exactly one of both.</summary>
/// <param name="Problem">When all is well.</param>
/// <param name="Mistake">Otherwise.</param>
public sealed record OpportunityReading(OpportunityProblem? Problem, OpportunityMistake? Mistake);
