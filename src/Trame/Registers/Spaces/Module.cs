using System.CommandLine;
using Trame.Foundation;
using Trame.Registers.Territories;

namespace Trame.Registers.Spaces;

/// <summary>Spaces: one territory, one database. Opening one, seeing them all, moving one to another database, putting one away.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(CreateSpace)];

    public void Register(IServiceCollection services) => services.AddSingleton<CreateSpace>();

    public IEnumerable<Command> Commands(CommandHost host) => [SpaceVerbs.All(host)];
}
