using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Spaces;

/// <summary>Spaces: one territory, one database. Opening one, seeing them all, moving one to another database, keeping copies of it.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(CreateSpace), typeof(BackupSpace), typeof(RestoreSpace), typeof(MoveSpace)];

    public void Register(IServiceCollection services) => services.AddSingleton(SpaceActs.Open).AddScoped<OpenSpace>().AddSingleton<CreateSpace>().AddSingleton<MoveSpace>().AddSingleton<BackupSpace>().AddSingleton<RestoreSpace>().AddSingleton<IPrepare, MoveToMachine>().AddSingleton(new MenuPage("space", 10, "/espaces", "ui.spaces.all"))
        .AddSingleton<BackupNightly>().AddHostedService(scope => scope.GetRequiredService<BackupNightly>());

    public IEnumerable<Command> Commands(CommandHost host) => [SpaceVerbs.All(host), .. BackupVerbs.All(host)];
}
