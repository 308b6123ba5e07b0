namespace Trame.Engines.Indicators;

/// <summary>Why an index cannot be computed, and where.</summary>
/// <param name="Fault">Why.</param>
/// <param name="Indicator">Number of the indicator, or −1.</param>
/// <param name="Group">Number of the group, or −1.</param>
/// <param name="Unit">Number of the unit, or −1.</param>
/// <param name="Detail">The number at fault.</param>
/// <param name="IsOfTrial">The spec itself can be computed; a choice of its uncertainty cannot.</param>
public sealed record CompositeProblem(CompositeFault Fault, int Indicator = -1, int Group = -1, int Unit = -1, double Detail = double.NaN, bool IsOfTrial = false);
