using Trame.Foundation;
using Trame.Registers.Occasions;

namespace Trame.Registers.Places;

/// <summary>Places: where people can meet.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(Place)];

    public void Register(IServiceCollection services) =>
        services.AddSingleton(new OccasionBirth(OccasionKind.Place, (name, slug, territory, source, at) => new Place(name, slug, territory, source, at)));
}
