using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Operate;

/// <summary><c>trame export …</c>: everything of a kind, to a file or to the standard output.</summary>
internal static class ExportVerbs
{
    private static readonly string[] Formats = ["csv", "geojson"];

    public static Command All(CommandHost host) => new("export", Texts.Get("cli.export"))
    {
        One(host, "occasions", Texts.Get("cli.export.occasions"), ExportOccasions.Write, Formats),
        One(host, "territories", Texts.Get("cli.export.territories"), ExportTerritories.Write, Formats),
        One(host, "facts", Texts.Get("cli.export.facts"), ExportFacts.Write, ["csv"]),
    };

    private static Command One(CommandHost host, string kind, string description, Func<TrameDb, Stream, string, CancellationToken, Task<long>> write, string[] formats)
    {
        var to = new Option<FileInfo?>("--to") { Description = Texts.Get("cli.export.to") };
        var format = new Option<string>("--format") { Description = string.Join(" | ", formats), DefaultValueFactory = _ => formats[0] };
        format.AcceptOnlyFromAmong(formats);
        var command = new Command(kind, description) { to, format };
        command.SetAction((parsed, stop) => host.InSpace(parsed, async (_, db) =>
        {
            var file = parsed.GetValue(to);
            if (file is { Exists: true }) return await CommandHost.Fail("operate.export.exists", file.FullName);
            if (file is { Directory.Exists: false }) return await CommandHost.Fail("operate.export.no-folder", file.DirectoryName);
            if (file is null)
            {
                await using var output = Console.OpenStandardOutput();
                await write(db, output, parsed.GetValue(format)!, stop);
                return 0;
            }

            // Whole or absent: a file that stops in the middle looks like data.
            var making = $"{file.FullName}.partiel";
            long rows;
            await using (var stream = File.Create(making)) rows = await write(db, stream, parsed.GetValue(format)!, stop);
            File.Move(making, file.FullName);
            await Console.Error.WriteLineAsync(Texts.CountOf("operate.export.done", rows, file.FullName));
            return 0;
        }, stop));
        return command;
    }
}
