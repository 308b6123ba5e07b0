namespace Trame.Engines.FairBudget;

/// <summary>What a category asked for and what it got. A project in several categories is shared equally between them.</summary>
/// <param name="Name">As the file has it; empty for projects without a category.</param>
/// <param name="Projects">Projects in it, those in several categories counted in each.</param>
/// <param name="Funded">Those that are funded.</param>
/// <param name="Votes">Its share of all votes, in [0, 1].</param>
/// <param name="Money">Its share of the money spent, in [0, 1].</param>
public sealed record CategoryShare(string Name, int Projects, int Funded, double Votes, double Money);
