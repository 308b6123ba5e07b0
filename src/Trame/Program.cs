using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame;

/// <summary>The command line: finds the verbs of the rooms and runs one.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
            (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG"))?.StartsWith("en", StringComparison.Ordinal) == true ? "en-GB" : "fr-FR");
        var parsed = Verbs().Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            await Console.Error.WriteLineAsync($"trame: {string.Join(' ', parsed.Errors[^1].Message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))} ({string.Join(' ', Verb(parsed.CommandResult))} --help)");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception reason)
        {
            // whatever broke, and whoever pressed Ctrl-C: a person reads one line, never a stack trace
            return await LastResort.Tell(reason);
        }
    }

    private static RootCommand Verbs()
    {
        var host = new CommandHost();
        var root = new RootCommand(Texts.Get("cli.trame")) { host.Data, host.SpaceName, host.Plain };
        foreach (var command in TrameHost.Modules.SelectMany(m => m.Commands(host))) root.Add(command);
        root.Add(Kinds("import", Texts.Get("cli.import"), TrameHost.Modules.SelectMany(m => m.Imports(host))));
        root.Add(Kinds("export", Texts.Get("cli.export"), TrameHost.Modules.SelectMany(m => m.Exports(host))));
        CommandHost.ReadNumbers(root);
        root.Options.OfType<HelpOption>().Single().Description = Texts.Get("cli.help");
        root.Options.OfType<VersionOption>().Single().Description = Texts.Get("cli.version");
        return root;
    }

    private static Command Kinds(string name, string description, IEnumerable<Command> kinds)
    {
        var command = new Command(name, description);
        foreach (var kind in kinds) command.Add(kind);
        return command;
    }

    private static IEnumerable<string> Verb(CommandResult result) =>
        result.Parent is CommandResult above ? [.. Verb(above), result.Command.Name] : ["trame"];
}
