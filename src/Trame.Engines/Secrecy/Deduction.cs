namespace Trame.Engines.Secrecy;

/// <summary>A small group that a reader isolates by putting publications together.</summary>
/// <param name="Parts">The populations of the group.</param>
/// <param name="Least">At least so many, ≥ 1.</param>
/// <param name="Most">At most so many, below the threshold.</param>
/// <param name="Because">Numbers of the figures it takes, in the list of old figures followed by the new ones.</param>
public sealed record Deduction(IReadOnlyList<string> Parts, double Least, double Most, IReadOnlyList<int> Because);
