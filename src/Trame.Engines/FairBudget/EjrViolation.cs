namespace Trame.Engines.FairBudget;

/// <summary>A group that is large enough to pay for a project it wants, and whose members all got less than their share. Counts only: nobody is named.</summary>
/// <param name="Project">The project that all of them support, and that is not funded; index in the election.</param>
/// <param name="Voters">Size of the group.</param>
/// <param name="Share">The part of the budget that is theirs, in money: budget × group / voters.</param>
/// <param name="Deserved">The satisfaction that this share would give each of them, spent as well as on this project.</param>
/// <param name="BestOff">The satisfaction of the best-off member with the project added: still no more than deserved.</param>
public sealed record EjrViolation(int Project, int Voters, decimal Share, double Deserved, double BestOff);
