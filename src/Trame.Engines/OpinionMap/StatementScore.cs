namespace Trame.Engines.OpinionMap;

/// <summary>What a statement does between groups (between the two halves of the main axis when there are none).</summary>
/// <param name="Comment">Number of the statement.</param>
/// <param name="Seen">People who voted on it, passes included.</param>
/// <param name="Agree">Agreements.</param>
/// <param name="Disagree">Disagreements.</param>
/// <param name="Polarisation">Half the largest difference between two groups' mean votes: 0 all alike, 1 one group agrees and another disagrees.</param>
/// <param name="Bridging">The share that the least convinced group surely reaches, on the better side: above one half, every group has a majority.</param>
public sealed record StatementScore(long Comment, int Seen, int Agree, int Disagree, double Polarisation, double Bridging);
