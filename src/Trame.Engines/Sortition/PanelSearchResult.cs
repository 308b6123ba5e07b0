namespace Trame.Engines.Sortition;

/// <summary>What a search for a panel found.</summary>
/// <param name="Panel">Members of each kind, or null when none is worth more than what was asked.</param>
/// <param name="Value">Its value.</param>
/// <param name="Bound">No panel is worth more than this (and than what was asked).</param>
/// <param name="Proved">The whole tree was seen: <paramref name="Panel"/> is a best one, or none exists.</param>
internal sealed record PanelSearchResult(int[]? Panel, double Value, double Bound, bool Proved);
