namespace Trame.Engines.Sortition;

/// <summary>The first thing that is wrong in the files of a draw.</summary>
/// <param name="InPeople">True: in the file of people; false: in the file of categories.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Name of the column, or "" when it is about the whole line.</param>
/// <param name="Mistake">What is wrong.</param>
/// <param name="Detail">The text that is wrong, or what would be expected.</param>
public sealed record InputFault(bool InPeople, int Line, string Column, InputMistake Mistake, string Detail);
