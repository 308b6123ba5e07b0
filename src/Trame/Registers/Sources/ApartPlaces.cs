using NodaTime;

namespace Trame.Registers.Sources;

/// <summary>« Ce sont deux lieux »: somebody looked at two records that resemble each other. They are not shown as a pair again.</summary>
public sealed class ApartPlaces
{
    private ApartPlaces() { }

    public ApartPlaces(Guid one, Guid other, Instant at) => (FirstId, SecondId, At) = one.CompareTo(other) < 0 ? (one, other, at) : (other, one, at);

    public Guid FirstId { get; private set; }
    public Guid SecondId { get; private set; }
    public Instant At { get; private set; }
}
