using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Data;

namespace Trame.Operate;

/// <summary><c>trame import places</c></summary>
internal static class ImportPlacesVerb
{
    public static Command Of(CommandHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV or GeoJSON; columns named by the fields' keys or labels (see « trame export occasions »)" };
        var source = new Option<string?>("--source") { Description = "Who says it, shown beside each field (default: the file's name)" };
        var scheme = new Option<string?>("--scheme") { Description = "What the « id » column identifies, e.g. data-inclusion" };
        var keepGood = new Option<bool>("--keep-good") { Description = "Write the good rows even if some are wrong" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, write nothing" };
        var places = new Command("places", "Places of any open-data file; what people already said is never overwritten") { file, source, scheme, keepGood, dryRun };
        places.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            if (parsed.GetValue(file) is not { Exists: true } path) return await CommandHost.Fail("import.no-file", parsed.GetValue(file)?.FullName);
            db.Author = new Author(null, "trame", path.Name);
            var request = new ImportPlaces.Request(parsed.GetValue(source) ?? path.Name, parsed.GetValue(scheme), parsed.GetValue(keepGood), parsed.GetValue(dryRun));
            await using var stream = path.OpenRead();
            var report = await ProgressLine.Run(parsed.GetValue(host.Plain), "import.doing",
                progress => services.GetRequiredService<ImportPlaces>().Handle(PlaceFile.Read(stream, path.Extension), request, progress, stop));
            return await report.Print(request.KeepGood, request.DryRun);
        }, stop));
        return places;
    }
}
