using Trame.Foundation;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>People: as little as possible about each, several ways in, none of them an e-mail or a phone.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(Person), typeof(Role), typeof(Tokens)];

    public void Register(IServiceCollection services) => services.AddScoped<SignedIn>().AddScoped<IIdentify>(scope => scope.GetRequiredService<SignedIn>());
}
