using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;

namespace Trame.Act.Commons;

/// <summary>Commons: what people hold and look after together, by rules of their own.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => CommonsFacts.All;

    public IReadOnlyList<Type> Publishes => [typeof(CommonGood), typeof(CommonEntry), typeof(EntryKind), typeof(CommonsActs), typeof(CommonsFacts), typeof(KeepCommons)];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(CommonsActs.Keep).AddScoped<KeepCommons>();
        services.AddSingleton(new MenuPage("act", 40, "/communs", "commons.list.title"));
    }
}
