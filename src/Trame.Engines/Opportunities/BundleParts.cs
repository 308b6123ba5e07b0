namespace Trame.Engines.Opportunities;

/// <summary>What makes the value of a bundle; they add up to it.</summary>
/// <param name="Coverage">Σ weight × how well the kind answers the need.</param>
/// <param name="Mixing">λ × groups beyond the first, over the dimensions.</param>
/// <param name="Distance">Cost of the ways, at most 0.</param>
/// <param name="Effort">Cost of setting up, at most 0.</param>
public sealed record BundleParts(double Coverage, double Mixing, double Distance, double Effort)
{
    /// <summary>Their sum.</summary>
    public double Value => Coverage + Mixing + Distance + Effort;
}
