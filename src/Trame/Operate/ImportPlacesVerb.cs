using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Operate;

/// <summary><c>trame import places</c></summary>
internal static class ImportPlacesVerb
{
    public static Command Of(CommandHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = Texts.Get("cli.places.file") };
        var source = new Option<string?>("--source") { Description = Texts.Get("cli.places.source") };
        var scheme = new Option<string?>("--scheme") { Description = Texts.Get("cli.places.scheme") };
        var type = new Option<string?>("--type") { Description = Texts.Get("cli.places.type") };
        type.AcceptOnlyFromAmong([.. Registers.Occasions.Vocabulary.Types[Registers.Occasions.OccasionKind.Place]]);
        var keepGood = new Option<bool>("--keep-good") { Description = Texts.Get("cli.places.keep-good") };
        var dryRun = new Option<bool>("--dry-run") { Description = Texts.Get("cli.dry-run") };
        var places = new Command("places", Texts.Get("cli.places")) { file, source, scheme, type, keepGood, dryRun };
        places.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            if (parsed.GetValue(file) is not { Exists: true } path) return await CommandHost.Fail("cli.no-file", parsed.GetValue(file)?.FullName);
            db.Author = new Author(null, "trame", path.Name);
            var request = new ImportPlaces.Request(parsed.GetValue(source) ?? path.Name, parsed.GetValue(scheme), parsed.GetValue(keepGood), parsed.GetValue(dryRun), parsed.GetValue(type));
            var report = await ProgressLine.Run(parsed.GetValue(host.Plain), "import.doing",
                progress => services.GetRequiredService<ImportPlaces>().Handle(() => PlaceFile.Read(path.OpenRead(), path.Extension), request, progress, stop));
            return await report.Print(request.KeepGood, request.DryRun);
        }, stop));
        return places;
    }
}
