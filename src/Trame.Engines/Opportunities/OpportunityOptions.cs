namespace Trame.Engines.Opportunities;

/// <summary>How hard to look.</summary>
/// <param name="Seed">Of the perturbations of the search.</param>
/// <param name="Exact">Ends with branch and bound over the candidates: small problems only.</param>
/// <param name="TimeLimit">For the exact search; reaching it is told by <see cref="OpportunityPlan.Proved"/>. Null: none.</param>
/// <param name="PerResource">Candidates kept for each resource, the most promising first.</param>
/// <param name="PlacesPerNeed">Nearest places looked at for each need and each resource: keeps growth near linear.</param>
/// <param name="ReceiversPerSession">Receivers looked at for each place, hour and kind.</param>
/// <param name="Perturbations">Ruin-and-recreate steps after local search; null: 60 per bundle, at most 60,000 / bundles.</param>
/// <param name="Missing">Missing pieces listed at most.</param>
/// <param name="Previous">A plan of yesterday to start from: what still stands is kept unless something is worth more.</param>
public sealed record OpportunityOptions(ulong Seed = 1, bool Exact = false, TimeSpan? TimeLimit = null, int PerResource = 8, int PlacesPerNeed = 8, int ReceiversPerSession = 40,
    int? Perturbations = null, int Missing = 20, IReadOnlyList<OpportunityBundle>? Previous = null);
