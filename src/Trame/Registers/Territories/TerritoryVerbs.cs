using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Registers.Territories;

/// <summary><c>trame import contours</c> and <c>trame import communes</c></summary>
internal static class TerritoryVerbs
{
    public static IEnumerable<Command> Imports(CommandHost host) => [Contours(host), Communes(host)];

    private static Command Contours(CommandHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = Texts.Get("cli.contours.file") };
        var kind = new Option<string>("--kind") { Description = Texts.Get("cli.contours.kind"), DefaultValueFactory = _ => "commune" };
        kind.AcceptOnlyFromAmong("commune", "neighbourhood");
        var property = new Option<string?>("--code-property") { Description = Texts.Get("cli.contours.property") };
        var source = new Option<string?>("--source") { Description = Texts.Get("cli.contours.source") };
        var (keepGood, dryRun) = (KeepGood(), DryRun());
        var contours = new Command("contours", Texts.Get("cli.contours")) { file, kind, property, source, keepGood, dryRun };
        contours.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            if (parsed.GetValue(file) is not { Exists: true } path) return await CommandHost.Fail("cli.no-file", parsed.GetValue(file)?.FullName);
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
        var file = new Argument<FileInfo>("file") { Description = Texts.Get("cli.communes.file") };
        var source = new Option<string?>("--source") { Description = Texts.Get("cli.communes.source") };
        var all = new Option<bool>("--all") { Description = Texts.Get("cli.communes.all") };
        var dryRun = DryRun();
        var communes = new Command("communes", Texts.Get("cli.communes")) { file, source, all, dryRun };
        communes.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            if (parsed.GetValue(file) is not { Exists: true } path) return await CommandHost.Fail("cli.no-file", parsed.GetValue(file)?.FullName);
            db.Author = new Author(null, "trame", path.Name);
            await using var stream = path.OpenRead();
            var report = await services.GetRequiredService<ImportCommunes>().Handle(CommuneFile.Read(stream, path.Extension), parsed.GetValue(source) ?? path.Name, parsed.GetValue(all), parsed.GetValue(dryRun), stop);
            return await report.Print(kept: false, parsed.GetValue(dryRun));
        }, stop));
        return communes;
    }

    private static Option<bool> DryRun() => new("--dry-run") { Description = Texts.Get("cli.dry-run") };

    private static Option<bool> KeepGood() => new("--keep-good") { Description = Texts.Get("cli.contours.keep-good") };
}
