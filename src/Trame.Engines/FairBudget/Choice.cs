namespace Trame.Engines.FairBudget;

/// <summary>One line of a ballot.</summary>
/// <param name="Project">Index of the project in the election.</param>
/// <param name="Points">Points on a cumulative or scoring ballot; on an ordinal ballot the Borda score; 1 on an approval ballot.</param>
public readonly record struct Choice(int Project, decimal Points = 1);
