using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Registers.Occasions;

namespace Trame.Act.Moments;

/// <summary>Moments: when people meet, once or again and again; how many came, and which time was cancelled.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => [MomentFacts.Held, MomentFacts.Cancelled];

    public IReadOnlyList<Type> Publishes => [typeof(Moment), typeof(MomentFacts), typeof(RecordHeld)];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(new OccasionBirth(OccasionKind.Moment, (name, slug, territory, source, at) => new Moment(name, slug, territory, source, at)));
        services.AddSingleton(MomentActs.RecordHeld).AddSingleton(MomentActs.CancelOnce);
        services.AddScoped<RecordHeld>().AddScoped<CancelOnce>();
    }
}
