namespace Trame.Engines.Opportunities;

/// <summary>Needs, idle resources, places and moments of a territory for an ordinary week.</summary>
/// <param name="Kinds">The taxonomy.</param>
/// <param name="Needs">What is looked for.</param>
/// <param name="Resources">What is offered.</param>
/// <param name="Places">Where.</param>
/// <param name="Moments">What is already held.</param>
/// <param name="Travel">How long ways take.</param>
/// <param name="Weights">What the territory weighs.</param>
public sealed record OpportunityProblem(IReadOnlyList<OpportunityKind> Kinds, IReadOnlyList<Need> Needs, IReadOnlyList<IdleResource> Resources, IReadOnlyList<MeetingPlace> Places,
    IReadOnlyList<HeldMoment> Moments, TravelTime Travel, OpportunityWeights Weights);
