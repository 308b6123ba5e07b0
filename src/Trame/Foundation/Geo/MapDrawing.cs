namespace Trame.Foundation.Geo;

/// <summary>A map ready to be written as SVG: <c>viewBox="0 0 Width Height"</c>, shapes first, then points.</summary>
/// <param name="MetresPerUnit">Scale, for a scale bar.</param>
public sealed record MapDrawing(int Width, int Height, double MetresPerUnit, IReadOnlyList<DrawnShape> Shapes, IReadOnlyList<DrawnPoint> Points)
{
    /// <summary>True when a shape is a guess: the caption must say so.</summary>
    public bool HasApproximateShapes => Shapes.Any(shape => shape.IsApproximate);

    /// <summary>A round length (1, 2 or 5 times a power of ten metres) that fits in this many units: what a scale bar shows.</summary>
    public (double Metres, double Units) ScaleBar(double longestUnits = 120)
    {
        var longest = longestUnits * MetresPerUnit;
        var power = Math.Pow(10, Math.Floor(Math.Log10(longest)));
        var metres = power * (longest >= 5 * power ? 5 : longest >= 2 * power ? 2 : 1);
        return (metres, metres / MetresPerUnit);
    }
}
