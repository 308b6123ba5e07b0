using Trame.Foundation;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>Occasions: what can be said of a place, a moment or a project; how it is found; when it happens.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(Occasion), typeof(OccasionField), typeof(Vocabulary), typeof(OccasionTimes), typeof(OccasionTiming), typeof(OccasionSearch), typeof(OpenWeek)];

    public void Register(IServiceCollection services) => services
        .AddSingleton<OccasionSearch>().AddSingleton<IOnSave>(s => s.GetRequiredService<OccasionSearch>()).AddSingleton<IAfterBulk>(s => s.GetRequiredService<OccasionSearch>())
        .AddSingleton<IOnSave, OccasionTiming>()
        .AddSingleton<RefreshTimings>().AddHostedService<KeepTimings>();
}
