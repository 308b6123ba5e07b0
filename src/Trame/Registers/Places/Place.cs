using NodaTime;
using Trame.Registers.Occasions;

namespace Trame.Registers.Places;

/// <summary>Where people can meet: fixed, or itinerant with its stops. Holds what every occasion holds.</summary>
public sealed class Place : Occasion
{
    private Place() { }

    public Place(string name, string slug, Guid territoryId, string source, Instant at) : base(OccasionKind.Place, name, slug, territoryId, source, at) { }
}
