namespace Trame.Engines.OpinionMap.Reference;

/// <summary>Constants of the reference pipeline.</summary>
/// <param name="Iterations">Passes of power iteration per component and update. The reference program makes 100 per update and goes on at the next one; 5,000 reach its limit in one run.</param>
/// <param name="Seed">For the first start vectors.</param>
public sealed record ReferenceOptions(int Iterations = 5000, ulong Seed = 1)
{
    /// <summary>Base clusters of people at most.</summary>
    public int BaseClusters { get; init; } = 100;

    /// <summary>Groups at most.</summary>
    public int MostGroups { get; init; } = 5;

    /// <summary>Votes from which a person counts (or all statements when there are fewer).</summary>
    public int VotesToCount { get; init; } = 7;

    /// <summary>Below this number of people who count, those with the most votes complete it.</summary>
    public int FewestPeople { get; init; } = 15;
}
