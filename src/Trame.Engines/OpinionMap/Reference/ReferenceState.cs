namespace Trame.Engines.OpinionMap.Reference;

/// <summary>What the reference pipeline remembers between two updates. Rows are those of the vote table, which keeps them when votes are added.</summary>
/// <param name="Components">Principal components of the last update, by column.</param>
/// <param name="InConversation">Rows that count: once in, a person stays in.</param>
/// <param name="BaseClusters">At most 100 clusters of people.</param>
/// <param name="Groupings">For each number of groups tried, the clusters of base clusters.</param>
/// <param name="Smoother">Number of groups shown.</param>
public sealed record ReferenceState(
    IReadOnlyList<double[]> Components, IReadOnlyCollection<int> InConversation, IReadOnlyList<Cluster> BaseClusters,
    IReadOnlyDictionary<int, IReadOnlyList<Cluster>> Groupings, GroupCountSmoother Smoother)
{
    /// <summary>Before the first vote.</summary>
    public static ReferenceState None { get; } = new([], [], [], new Dictionary<int, IReadOnlyList<Cluster>>(), default);

    /// <summary>What remains when the reference program is started again: it reads its components, people and base clusters back, and forgets groupings and smoother.</summary>
    public ReferenceState Restarted() => this with { Groupings = None.Groupings, Smoother = default };
}
