using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Observe.Practices;

/// <summary>What was done elsewhere: a list of names to ask about, never a showcase.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddSingleton(_ => PracticeList.Shipped()).AddSingleton(new MenuPage("figures", 30, "/fiches", "practices.title"));
}
