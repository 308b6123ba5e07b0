using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Include.Guide;

/// <summary>The guide: how to do what Trame does, in plain words, on the screen and on paper.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddSingleton(_ => UserGuide.Shipped()).AddSingleton(new MenuPage("help", 10, "/aide", "ui.footer.help"));
}
