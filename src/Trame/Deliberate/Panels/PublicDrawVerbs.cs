using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Trame.Engines.Sortition;
using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Panels;

/// <summary><c>trame draw commit</c>, <c>reveal</c> and <c>verify</c>: a draw that anyone can check.</summary>
internal static class PublicDrawVerbs
{
    private const string Extension = ".tirage";

    public static IEnumerable<Command> All(CommandHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = Texts.Get("cli.draw.commit.file") };
        var panels = new Option<int>("--panels") { Description = Texts.Get("cli.draw.commit.panels"), DefaultValueFactory = _ => 1000 };
        var sources = new Option<string[]>("--source") { Description = Texts.Get("cli.draw.commit.source"), AllowMultipleArgumentsPerToken = false };
        var to = new Option<FileInfo?>("--to") { Description = Texts.Get("cli.draw.commit.to") };
        var commit = new Command("commit", Texts.Get("cli.draw.commit")) { file, panels, sources, to, host.Json };
        commit.SetAction((parsed, _) => Commit(parsed.GetValue(file)!, parsed.GetValue(panels), parsed.GetValue(sources) ?? [], parsed.GetValue(to), parsed.GetValue(host.Json)));
        yield return commit;

        var values = new Option<string>("--values") { Description = Texts.Get("cli.draw.reveal.values"), Required = true };
        var reveal = new Command("reveal", Texts.Get("cli.draw.reveal")) { file, values, host.Json };
        reveal.SetAction((parsed, _) => Reveal(parsed.GetValue(file)!, parsed.GetValue(values)!, parsed.GetValue(host.Json)));
        yield return reveal;

        var verify = new Command("verify", Texts.Get("cli.draw.verify")) { file, host.Json };
        verify.SetAction((parsed, _) => Verify(parsed.GetValue(file)!, parsed.GetValue(host.Json)));
        yield return verify;
    }

    private static async Task<int> Commit(FileInfo file, int panels, IReadOnlyList<string> sources, FileInfo? to, bool json)
    {
        if (!file.Exists) return await CommandHost.Fail("cli.no-file", file.FullName);
        if (panels is < 1 or > 1_000_000) return await CommandHost.Fail("panels.panels", panels);
        var reading = DrawFile.Read(await File.ReadAllTextAsync(file.FullName));
        if (reading.Draw is not { } draw) return await CommandHost.Fail("panels.not-a-draw", file.Name, reading.Line, reading.Problem);
        if (draw.Flaw() is { } flaw) return await CommandHost.Fail("panels.wrong-draw", file.Name, flaw);
        var lottery = UniformLottery.Of(draw.Panels, draw.People.Count, panels);
        var text = PublicDraw.Commit(draw.Rule, draw.People, lottery, sources);
        var path = to?.FullName ?? Path.ChangeExtension(file.FullName, Extension);
        if (File.Exists(path) && await File.ReadAllTextAsync(path) != text) return await CommandHost.Fail("panels.commit.exists", path);
        await File.WriteAllTextAsync(path, text);
        var (commitment, smallest) = (PublicDraw.Verify(text).Commitment, draw.People.Index().Where(p => p.Item.Probability > 0).Min(p => lottery.Counts[p.Index]) / (double)panels);
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { commitment, file = path, panels, error = lottery.LargestError, minimum = smallest }, JsonSerializerOptions.Web)
            : Texts.Get("panels.commit.done", path, panels, lottery.LargestError.ToString("P3", CultureInfo.CurrentUICulture), smallest.ToString("P3", CultureInfo.CurrentUICulture), commitment));
        return 0;
    }

    private static async Task<int> Reveal(FileInfo file, string values, bool json)
    {
        if (!file.Exists) return await CommandHost.Fail("cli.no-file", file.FullName);
        var text = await File.ReadAllTextAsync(file.FullName);
        var verdict = PublicDraw.Verify(text);
        if (verdict.Flaw is not null) return await CommandHost.Fail("panels.reveal.flaw", file.Name, verdict.Line);
        if (verdict.Drawn is not null) return await CommandHost.Fail("panels.reveal.already", file.Name);
        if (values.Trim().Length == 0) return await CommandHost.Fail("panels.reveal.values");
        text = PublicDraw.Reveal(text, verdict.Panels, values);
        await File.WriteAllTextAsync(file.FullName, text);
        return Tell(PublicDraw.Verify(text), file, json);
    }

    private static async Task<int> Verify(FileInfo file, bool json)
    {
        if (!file.Exists) return await CommandHost.Fail("cli.no-file", file.FullName);
        var text = await File.ReadAllTextAsync(file.FullName);
        if (!text.TrimStart().StartsWith('{')) return Tell(PublicDraw.Verify(text), file, json);
        var reading = DrawFile.Read(text);
        var flaw = reading.Draw is { } draw ? draw.Flaw() : Texts.Get("panels.verify.unreadable", reading.Line, reading.Problem);
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { valid = flaw is null, flaw }, JsonSerializerOptions.Web)
            : flaw is null ? Texts.Get("panels.verify.lottery", reading.Draw!.People.Count, reading.Draw.Panels.Count) : Texts.Get("panels.verify.no", file.Name, flaw));
        return flaw is null ? 0 : 1;
    }

    private static int Tell(DrawVerdict verdict, FileInfo file, bool json)
    {
        var flaw = verdict.Flaw is { } found ? Texts.Get("panels.verify.line", verdict.Line, Texts.Get($"panels.flaw.{Foundation.Data.EnumWords.Write(found)}", Shown(verdict.Said), verdict.Found)) : null;
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { valid = flaw is null, line = verdict.Line, flaw, commitment = verdict.Commitment, panels = verdict.Panels, drawn = verdict.Drawn, members = verdict.Members }, JsonSerializerOptions.Web));
        else if (flaw is not null) Console.WriteLine(Texts.Get("panels.verify.no", file.Name, flaw));
        else if (verdict.Drawn is not { } drawn) Console.WriteLine(Texts.Get("panels.verify.waiting", verdict.Panels, verdict.Commitment));
        else Console.WriteLine(Texts.Get("panels.verify.yes", verdict.Panels, verdict.Commitment, drawn, string.Join(" ", verdict.Members)));
        return flaw is null ? 0 : 1;
    }

    // Whatever a file holds, a terminal only sees letters, and few.
    private static string Shown(string said) => new([.. said.Take(80).Select(letter => char.IsControl(letter) ? '?' : letter)]);
}
