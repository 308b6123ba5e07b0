using NodaTime;

namespace Trame.Connect.SharedPlaces;

/// <summary>Somebody was shown how a machine works, and holds a code that says so.</summary>
public sealed class SpaceTraining
{
    private SpaceTraining() { }

    public SpaceTraining(Guid spaceId, string name, string code, LocalDate givenOn) => (SpaceId, Name, Code, GivenOn) = (spaceId, name, code, givenOn);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SpaceId { get; private set; }
    public string Name { get; private set; } = "";
    public string Code { get; private set; } = "";
    public LocalDate GivenOn { get; private set; }
}
