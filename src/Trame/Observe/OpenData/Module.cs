using Trame.Foundation;

namespace Trame.Observe.OpenData;

/// <summary>What this space publishes, and where its register comes from. Reads only.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddScoped<ReadSources>();
}
