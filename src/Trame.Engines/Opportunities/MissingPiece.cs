namespace Trame.Engines.Opportunities;

/// <summary>A bundle that lacks one element, and what that element would unlock beyond the plan and beyond the missing pieces listed before it.</summary>
/// <param name="Lacks">The element.</param>
/// <param name="Kind">Index of the kind.</param>
/// <param name="Place">Index of the place, or −1 when a place is what lacks.</param>
/// <param name="Spot">Where.</param>
/// <param name="Start">First hour in the week.</param>
/// <param name="Giver">Index of the resource that would lead it, or −1.</param>
/// <param name="Equipment">Word of the equipment that lacks, or null.</param>
/// <param name="Needs">Indices of the needs not covered that it would cover.</param>
/// <param name="Lacking">How many of the element lack: receivers to find, otherwise 1.</param>
/// <param name="Unlocks">Value it would add.</param>
public sealed record MissingPiece(LackingPiece Lacks, int Kind, int Place, GeoSpot Spot, int Start, int Giver, string? Equipment, IReadOnlyList<int> Needs, int Lacking, double Unlocks);
