using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Registers.Sources;

/// <summary><c>trame import places</c>: proposes a map, reviews, or takes in; the same acts as the page « importer ».</summary>
internal static class ImportPlacesVerb
{
    public static Command Of(CommandHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = Texts.Get("cli.places.file") };
        var mapping = new Option<FileInfo?>("--mapping") { Description = Texts.Get("cli.places.mapping") };
        var propose = new Option<bool>("--propose-mapping") { Description = Texts.Get("cli.places.propose") };
        var review = new Option<bool>("--review") { Description = Texts.Get("cli.places.review") };
        var source = new Option<string?>("--source") { Description = Texts.Get("cli.places.source") };
        var scheme = new Option<string?>("--scheme") { Description = Texts.Get("cli.places.scheme") };
        var type = new Option<string?>("--type") { Description = Texts.Get("cli.places.type") };
        type.AcceptOnlyFromAmong([.. Vocabulary.Types[OccasionKind.Place]]);
        var sheet = new Option<string?>("--sheet") { Description = Texts.Get("cli.places.sheet") };
        var complete = new Option<bool>("--complete") { Description = Texts.Get("cli.places.complete") };
        var same = new Option<double?>("--same-above") { Description = Texts.Get("cli.places.same-above", "0.75") };
        var hold = new Option<bool>("--hold-likely") { Description = Texts.Get("cli.places.hold") };
        var refused = new Option<FileInfo?>("--refused") { Description = Texts.Get("cli.places.refused") };
        var keepGood = new Option<bool>("--keep-good") { Description = Texts.Get("cli.places.keep-good") };
        var dryRun = new Option<bool>("--dry-run") { Description = Texts.Get("cli.dry-run") };
        var places = new Command("places", Texts.Get("cli.places")) { file, mapping, propose, review, source, scheme, type, sheet, complete, same, hold, refused, keepGood, dryRun };
        places.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            if (parsed.GetValue(file) is not { Exists: true } path) return await CommandHost.Fail("cli.no-file", parsed.GetValue(file)?.FullName);
            if (parsed.GetValue(same) is { } above && above is not (>= 0.5 and <= 1)) return await CommandHost.Fail("cli.places.same-above-range");
            var (said, wrong) = await Said(parsed.GetValue(mapping), stop);
            if (wrong is not null) return await CommandHost.Fail(wrong.TextKey, [.. wrong.Args]);
            var (understood, problem) = PlaceFile.At(path).Understand(await StartImport.Communes(services.GetRequiredService<FindTerritories>(), stop), said, parsed.GetValue(sheet));
            if (understood is null) return await ImportReport.Nothing(ImportReport.Sentence(problem!));
            var map = understood.Map with { Sheet = understood.Format.Sheet, Type = parsed.GetValue(type) ?? understood.Map.Type, Scheme = parsed.GetValue(scheme) ?? understood.Map.Scheme };
            if (parsed.GetValue(propose)) return ImportTold.Map(map with { Source = parsed.GetValue(source) ?? map.Source ?? path.Name }, understood.Format);
            if (!map.Says("name")) return await ImportReport.Nothing(Texts.Get("sources.places.no-name", string.Join(", ", understood.Columns)));
            var request = new ImportRequest(parsed.GetValue(source) ?? map.Source ?? path.Name, map.Scheme, map.Type, map)
            {
                KeepGood = parsed.GetValue(keepGood) || parsed.GetValue(review), Complete = parsed.GetValue(complete), SameAbove = parsed.GetValue(same) ?? Resemblance.Never, HoldLikely = parsed.GetValue(hold) || parsed.GetValue(review),
            };
            var write = !parsed.GetValue(review) && !parsed.GetValue(dryRun);
            var told = new ImportTold();
            var tally = await ProgressLine.Run(parsed.GetValue(host.Plain), "import.doing", progress => Run(services, path, request, write, told, progress, stop));
            if (parsed.GetValue(refused) is { } to) await told.WriteRefused(to, understood.Columns, stop);
            return await told.Print(tally, request, write, isReview: parsed.GetValue(review));
        }, stop));
        return places;
    }

    private static async Task<ImportTally?> Run(IServiceProvider services, FileInfo path, ImportRequest request, bool write, ImportTold told, Action<string, long> progress, CancellationToken stop)
    {
        var file = PlaceFile.At(path);
        if (!write) return await services.GetRequiredService<ImportPlaces>().Handle(file, request, write: false, outcome => { told.Add(outcome); return Task.CompletedTask; }, progress, stop);
        // A file too large to be kept is taken in all the same; it can be undone, not read again from here.
        var content = path.Length <= StartImport.MostBytes ? await File.ReadAllBytesAsync(path.FullName, stop) : [];
        var import = new PlaceImport(path.Name, content, request.Map, request.Source, services.GetRequiredService<TrameDb>().Now);
        import.ReadAs(request.Map, request.Source, request.Complete, request.SameAbove);
        return await services.GetRequiredService<ApplyImport>().Run(import, file, request, Actor.Machine, progress, told.Add, stop);
    }

    private static async Task<(ColumnMap?, TableProblem?)> Said(FileInfo? file, CancellationToken stop)
    {
        if (file is null) return (null, null);
        if (!file.Exists) return (null, new("cli.no-file", file.FullName));
        return ColumnMapFile.Read(await File.ReadAllTextAsync(file.FullName, stop));
    }
}
