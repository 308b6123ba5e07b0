namespace Trame.Registers.Occasions;

/// <summary>An occasion on a map.</summary>
public sealed class OccasionPoint
{
    public Guid Id { get; init; }
    public OccasionKind Kind { get; init; }
    public string Name { get; init; } = "";
    public string Slug { get; init; } = "";
    public double Latitude { get; init; }
    public double Longitude { get; init; }
}
