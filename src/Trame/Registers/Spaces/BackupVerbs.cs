using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;

namespace Trame.Registers.Spaces;

/// <summary><c>trame backup</c> and <c>trame restore</c></summary>
internal static class BackupVerbs
{
    public static IEnumerable<Command> All(CommandHost host) => [Backup(host), Restore(host)];

    private static Command Backup(CommandHost host)
    {
        var to = new Option<string?>("--to") { Description = Texts.Get("cli.backup.to") };
        var backup = new Command("backup", Texts.Get("cli.backup")) { to };
        backup.SetAction((parsed, stop) => host.InSpace(parsed, async (services, _) =>
        {
            var space = services.GetRequiredService<CurrentSpace>().Space;
            var outcome = await ProgressLine.Run(parsed.GetValue(host.Plain), "spaces.backup.doing", _ => services.GetRequiredService<BackupSpace>().Handle(space, parsed.GetValue(to), stop));
            if (!outcome.Accepted) return await CommandHost.Fail(outcome.Plain);
            Console.WriteLine(Texts.Get("spaces.backup.done", space.Name, outcome.Value));
            return 0;
        }, stop));
        return backup;
    }

    private static Command Restore(CommandHost host)
    {
        var file = new Argument<string>("file") { Description = Texts.Get("cli.restore.file") };
        var restore = new Command("restore", Texts.Get("cli.restore")) { file };
        restore.SetAction((parsed, stop) => host.Outside(parsed, async services =>
        {
            if ((parsed.GetValue(host.SpaceName) ?? services.GetRequiredService<SpaceDirectory>().All().FirstOrDefault()?.Slug) is not { } slug) return await CommandHost.Fail("spaces.restore.which");
            var outcome = await ProgressLine.Run(parsed.GetValue(host.Plain), "spaces.restore.doing", _ => services.GetRequiredService<RestoreSpace>().Handle(parsed.GetValue(file)!, slug, stop));
            if (!outcome.Accepted) return await CommandHost.Fail(outcome.Plain);
            Console.WriteLine(outcome.Value.KeptAside is { } aside ? Texts.Get("spaces.restore.done", outcome.Value.Space.Name, aside) : Texts.Get("spaces.restore.opened", outcome.Value.Space.Name, slug));
            return 0;
        }));
        return restore;
    }
}
