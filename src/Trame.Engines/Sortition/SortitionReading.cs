namespace Trame.Engines.Sortition;

/// <summary>A problem read from files, or what is wrong in them.</summary>
/// <param name="Problem">Null when there is a fault.</param>
/// <param name="Fault">Null when the files are right.</param>
public sealed record SortitionReading(SortitionProblem? Problem, InputFault? Fault);
