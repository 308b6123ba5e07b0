using Trame.Engines.OpinionMap.Robust;

namespace Trame.Engines.OpinionMap;

/// <summary>An opinion map and its explanation.</summary>
/// <param name="Method">How it was drawn.</param>
/// <param name="Groups">Groups; empty when there are none worth telling.</param>
/// <param name="Consensus">What everybody leans to.</param>
/// <param name="Bridging">What every group leans to.</param>
/// <param name="Statements">Every statement of the map.</param>
/// <param name="Participants">Where people stand, for the owner of the data only.</param>
/// <param name="Stability">What speaks for the groups; null with the reference, which does not ask.</param>
/// <param name="Missing">Who and what is not heard.</param>
public sealed record OpinionMapResult(
    MapMethod Method, IReadOnlyList<OpinionGroup> Groups, IReadOnlyList<StatementView> Consensus, IReadOnlyList<StatementView> Bridging,
    IReadOnlyList<StatementScore> Statements, IReadOnlyList<PlacedParticipant> Participants, GroupEvidence? Stability, WhoIsMissing Missing);
