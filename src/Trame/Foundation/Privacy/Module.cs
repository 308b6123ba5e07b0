using System.CommandLine;
using Trame.Foundation.Ui;

namespace Trame.Foundation.Privacy;

/// <summary>What is kept, for how long, and the purge that obeys.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) =>
        services.AddSingleton<TombstoneKey>().AddSingleton(_ => FreeTextScan.Shipped()).AddSingleton<PeopleWarning>().AddSingleton<PurgeSpace>().AddHostedService<PurgeNightly>()
        .AddSingleton(new MenuPage("help", 30, "/confidentialite", "ui.footer.privacy"));

    public IEnumerable<Command> Commands(CommandHost host)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = Texts.Get("cli.purge.dry-run") };
        var purge = new Command("purge", Texts.Get("cli.purge")) { dryRun };
        purge.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            foreach (var (rule, rows) in await services.GetRequiredService<PurgeSpace>().Handle(db, parsed.GetValue(dryRun), stop))
                Console.WriteLine($"{rows,8}  {Texts.Get($"privacy.rule.{rule.Key}")}");
            return 0;
        }, stop));
        yield return purge;
    }
}
