using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Registers.Exports;

/// <summary><c>trame export data-inclusion-structures</c> and the others: the living, public register in a format that others read.</summary>
internal static class ExportVerbs
{
    public static IEnumerable<Command> All(CommandHost host) => [.. OpenFormats.All.Select(f => Of(host, f)), Dictionary(host)];

    private static Command Of(CommandHost host, OpenFormat format)
    {
        var (to, address) = (CommandHost.To(), new Option<string?>("--address") { Description = Texts.Get("cli.export.address") });
        var command = new Command(format.Key, Texts.Get($"exports.format.{format.Key}")) { to, address };
        command.SetAction((parsed, stop) => host.InSpace(parsed, (services, _) =>
        {
            var said = parsed.GetValue(address) ?? services.GetRequiredService<IConfiguration>()["Trame:Address"];
            if (said is { Length: > 0 } && !(Uri.TryCreate(said, UriKind.Absolute, out var read) && read.Scheme is "http" or "https")) return CommandHost.Fail("exports.address.wrong", said);
            var export = services.GetRequiredService<ExportRegister>();
            return CommandHost.Give(parsed.GetValue(to), async stream =>
            {
                var tally = await export.Handle(format, stream, export.Context(said is { Length: > 0 } ? said : null), null, stop);
                foreach (var line in ExportWords.Of(tally)) await Console.Error.WriteLineAsync(line);
                return tally.Written;
            });
        }, stop));
        return command;
    }

    private static Command Dictionary(CommandHost host)
    {
        var to = CommandHost.To();
        var command = new Command("dictionary", Texts.Get("cli.export.dictionary")) { to };
        command.SetAction((parsed, stop) => CommandHost.Give(parsed.GetValue(to), stream =>
        {
            ColumnDictionary.Write(stream);
            return Task.FromResult<long>(ColumnDictionary.Lines().Count());
        }));
        return command;
    }
}
