using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Operate;

/// <summary><c>trame export …</c>: everything of a kind, to a file or to the standard output.</summary>
internal static class ExportVerbs
{
    private static readonly string[] Formats = ["csv", "geojson"];

    public static IEnumerable<Command> All(CommandHost host) =>
    [
        One(host, "occasions", Texts.Get("cli.export.occasions"), ExportOccasions.Write, Formats),
        One(host, "territories", Texts.Get("cli.export.territories"), ExportTerritories.Write, Formats),
        One(host, "facts", Texts.Get("cli.export.facts"), ExportFacts.Write, ["csv"]),
    ];

    private static Command One(CommandHost host, string kind, string description, Func<TrameDb, Stream, string, CancellationToken, Task<long>> write, string[] formats)
    {
        var to = CommandHost.To();
        var format = new Option<string>("--format") { Description = string.Join(" | ", formats), DefaultValueFactory = _ => formats[0] };
        format.AcceptOnlyFromAmong(formats);
        var command = new Command(kind, description) { to, format };
        command.SetAction((parsed, stop) => host.InSpace(parsed, (_, db) => CommandHost.Give(parsed.GetValue(to), stream => write(db, stream, parsed.GetValue(format)!, stop)), stop));
        return command;
    }
}
