namespace Trame.Engines.Mixing;

/// <summary>Who was together with whom, by group.</summary>
/// <param name="Moments">Moments open to all that were read.</param>
/// <param name="Attendances">Declared attendances in them.</param>
/// <param name="Undeclared">Attendances in them whose group is not known: they are in the bounds only.</param>
/// <param name="Ratio">Pairs of different groups together, over what chance would give (<see cref="CoPresence.Ratio"/>).</param>
/// <param name="CrossShare">Share of pairs that are of different groups, at least and at most, wherever the undeclared belong.</param>
/// <param name="Theil">0 each moment mirrors all, 1 each has one group (<see cref="TheilIndex"/>).</param>
/// <param name="Dissimilarity">In [0, 1] (<see cref="DissimilarityIndex"/>).</param>
/// <param name="Groups">Each group.</param>
/// <param name="Pairs">Each two measurable groups, and each with itself.</param>
/// <param name="Places">Each place, most bridging first.</param>
/// <param name="ReservedMoments">Moments declared as reserved: in no index above.</param>
/// <param name="ReservedAttendances">People who came to them.</param>
public sealed record LivedMixingResult(
    int Moments, long Attendances, long Undeclared, Measure Ratio, (double Low, double High)? CrossShare, Measure Theil, Measure Dissimilarity,
    IReadOnlyList<GroupMixing> Groups, IReadOnlyList<GroupPair> Pairs, IReadOnlyList<PlaceMixing> Places, int ReservedMoments, long ReservedAttendances);
