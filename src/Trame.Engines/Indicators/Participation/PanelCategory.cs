namespace Trame.Engines.Indicators.Participation;

/// <summary>A category of a panel beside the population.</summary>
/// <param name="Panel">Share of the panel.</param>
/// <param name="Population">Share of the population.</param>
/// <param name="Lacking">People who would have to be replaced by this category for the panel to match (negative: too many).</param>
/// <param name="P">Chance of at least as far a count, either side, in a panel drawn by lot.</param>
/// <param name="Q">That chance corrected for the number of categories.</param>
public sealed record PanelCategory(double Panel, double Population, double Lacking, double P, double Q);
