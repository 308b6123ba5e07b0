using NodaTime;

namespace Trame.Connect.SharedPlaces;

/// <summary>Somebody belongs to a place for a year, at the price they chose. Cents.</summary>
public sealed class PlaceMembership
{
    private PlaceMembership() { }

    public PlaceMembership(Guid placeId, string name, string reach, PriceTier price, long paid, LocalDate startsOn) =>
        (PlaceId, Name, Reach, Price, Paid, StartsOn, EndsOn) = (placeId, name, reach, price, paid, startsOn, startsOn.PlusYears(1).PlusDays(-1));

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlaceId { get; private set; }
    public string Name { get; private set; } = "";
    public string Reach { get; private set; } = "";
    public PriceTier Price { get; private set; }
    public long Paid { get; private set; }
    public LocalDate StartsOn { get; private set; }
    public LocalDate EndsOn { get; private set; }
    public Instant? EndedAt { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>Leaving needs no reason; who it was is forgotten.</summary>
    public void End(Instant at)
    {
        (EndedAt, Name, Reach) = (at, "", "");
        Version++;
    }

    public void Forget() => (Name, Reach) = ("", "");
}
