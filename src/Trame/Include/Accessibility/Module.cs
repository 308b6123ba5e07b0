using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Include.Accessibility;

/// <summary>What is accessible, what is not yet, who looked and when: the declaration that the law asks for, made from the ledger.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddSingleton(_ => Ledger.Shipped()).AddSingleton(new MenuPage("help", 40, "/accessibilite", "ui.footer.accessibility"));
}
