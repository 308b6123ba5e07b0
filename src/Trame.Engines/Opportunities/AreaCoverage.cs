namespace Trame.Engines.Opportunities;

/// <summary>How much of an area's needs is covered.</summary>
/// <param name="Area">Its word.</param>
/// <param name="Weight">Weight of its needs.</param>
/// <param name="Covered">Weight covered.</param>
/// <param name="Fairness">What fairness adds to the value for it.</param>
/// <param name="Reachable">Weight of its needs that some candidate could receive: no plan made of the same candidates covers more there.</param>
public sealed record AreaCoverage(string Area, double Weight, double Covered, double Fairness, double Reachable)
{
    /// <summary>Share covered, in [0, 1].</summary>
    public double Share => Weight > 0 ? Covered / Weight : 0;
}
