namespace Trame.Engines.Sortition;

/// <summary>An inequality that every panel satisfies: the weighted count of its members is at most so much.</summary>
internal sealed record PanelCut(double[] Weights, double Most);
