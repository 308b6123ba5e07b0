namespace Trame.Deliberate.Opinions;

/// <summary>A statement in the results. Shares are null where too few answered to be told.</summary>
/// <param name="Groups">Share of agreement in each group, in their order; empty when groups are not told on this statement.</param>
public sealed record OpinionLine(int Number, string Text, int? Seen, double? Agree, double? Disagree, double? Pass, IReadOnlyList<double> Groups);
