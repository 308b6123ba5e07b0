namespace Trame.Registers.Occasions;

/// <summary>A round stops in this territory: a read model of <see cref="Occasion.Stops"/>, kept by <see cref="OccasionStops"/>.</summary>
public sealed class OccasionStop
{
    public Guid OccasionId { get; init; }

    public Guid TerritoryId { get; init; }
}
