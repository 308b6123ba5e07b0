using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Observe.OpenData;

/// <summary>What this space publishes, and where its register comes from. Reads only.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddScoped<ReadSources>().AddSingleton(new MenuPage("help", 20, "/donnees", "ui.footer.data"));
}
