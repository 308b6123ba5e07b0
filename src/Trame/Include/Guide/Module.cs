using Trame.Foundation;

namespace Trame.Include.Guide;

/// <summary>The guide: how to do what Trame does, in plain words, on the screen and on paper.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddSingleton(_ => UserGuide.Shipped());
}
