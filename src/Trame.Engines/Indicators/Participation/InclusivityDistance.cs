namespace Trame.Engines.Indicators.Participation;

/// <summary>How far a panel is from its population.</summary>
/// <param name="Distance">Half the sum of the differences of shares, in [0, 1]: the share of the panel to replace for it to match (total variation).</param>
/// <param name="Expected">Mean distance of panels of that size drawn by lot: what nobody can go below by much.</param>
/// <param name="P">Chance that a panel drawn by lot is at least as far.</param>
/// <param name="Categories">In the order given.</param>
public sealed record InclusivityDistance(double Distance, double Expected, double P, IReadOnlyList<PanelCategory> Categories);
