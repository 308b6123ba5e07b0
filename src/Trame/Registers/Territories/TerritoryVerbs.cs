using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Data;

namespace Trame.Registers.Territories;

/// <summary><c>trame import contours</c> and <c>trame import communes</c></summary>
internal static class TerritoryVerbs
{
    public static IEnumerable<Command> Imports(CommandHost host) => [Contours(host), Communes(host)];

    private static Command Contours(CommandHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = "GeoJSON (RFC 7946), WGS 84 or Lambert-93" };
        var kind = new Option<string>("--kind") { Description = "commune or neighbourhood", DefaultValueFactory = _ => "commune" };
        kind.AcceptOnlyFromAmong("commune", "neighbourhood");
        var property = new Option<string?>("--code-property") { Description = "Property that holds the code (default: found by its name)" };
        var source = new Option<string?>("--source") { Description = "Where the contours come from, shown under the map (default: the file's name)" };
        var (keepGood, dryRun) = (KeepGood(), DryRun());
        var contours = new Command("contours", "Contours of communes, or neighbourhoods (quartiers, IRIS, QPV), matched by code") { file, kind, property, source, keepGood, dryRun };
        contours.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            if (parsed.GetValue(file) is not { Exists: true } path) return await CommandHost.Fail("import.no-file", parsed.GetValue(file)?.FullName);
            db.Author = new Author(null, "trame", path.Name);
            var request = new ImportContours.Request(EnumWords.Read<TerritoryKind>(parsed.GetValue(kind)!), parsed.GetValue(property), parsed.GetValue(source) ?? path.Name, parsed.GetValue(keepGood), parsed.GetValue(dryRun));
            await using var stream = path.OpenRead();
            var report = await ProgressLine.Run(parsed.GetValue(host.Plain), "import.doing", progress => services.GetRequiredService<ImportContours>().Handle(stream, request, progress, stop));
            return await report.Print(request.KeepGood, request.DryRun);
        }, stop));
        return contours;
    }

    private static Command Communes(CommandHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV with a code column (NIS5 or INSEE), a name, and if known population, year, latitude, longitude; or GeoJSON" };
        var source = new Option<string?>("--source") { Description = "Where the file comes from (default: its name)" };
        var dryRun = DryRun();
        var communes = new Command("communes", "Communes of your own, Belgian ones with their NIS5 code") { file, source, dryRun };
        communes.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            if (parsed.GetValue(file) is not { Exists: true } path) return await CommandHost.Fail("import.no-file", parsed.GetValue(file)?.FullName);
            db.Author = new Author(null, "trame", path.Name);
            await using var stream = path.OpenRead();
            var report = await services.GetRequiredService<ImportCommunes>().Handle(CommuneFile.Read(stream, path.Extension), parsed.GetValue(source) ?? path.Name, parsed.GetValue(dryRun), stop);
            return await report.Print(kept: false, parsed.GetValue(dryRun));
        }, stop));
        return communes;
    }

    private static Option<bool> DryRun() => new("--dry-run") { Description = "Say what would be done, write nothing" };

    private static Option<bool> KeepGood() => new("--keep-good") { Description = "Write what is right even if some of the file is wrong" };
}
