namespace Trame.Engines.OpinionMap;

/// <summary>A statement as one of the lists of a map tells it.</summary>
/// <param name="Comment">Number of the statement.</param>
/// <param name="Agree">Side that is told: agree, else disagree.</param>
/// <param name="P">Share on that side among those who saw it, passes included: (votes + 1) / (seen + 2).</param>
/// <param name="Votes">Votes on that side, in the group or among all.</param>
/// <param name="Seen">Those who saw it.</param>
/// <param name="Low">Lower end of the 95 % interval of the share (Wilson).</param>
/// <param name="High">Upper end.</param>
public sealed record StatementView(long Comment, bool Agree, double P, int Votes, int Seen, double Low, double High)
{
    /// <summary>Representative: z of the difference between the group and the others. Consensus: z of the share against one half.</summary>
    public double? Z { get; init; }

    /// <summary>Representative: share in the group over share elsewhere.</summary>
    public double? Repness { get; init; }

    /// <summary>Representative, robust method: p-value adjusted for the number of comparisons (<see cref="BenjaminiHochberg"/>).</summary>
    public double? Q { get; init; }

    /// <summary>Bridging: what the least convinced group surely reaches (robust), or the group-informed consensus (reference).</summary>
    public double? Score { get; init; }

    /// <summary>Consensus and bridging.</summary>
    public GroupInformedConsensus? GroupInformed { get; init; }
}
