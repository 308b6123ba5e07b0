using System.CommandLine;
using Trame.Engines.Indicators;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Observe.Indicators;

/// <summary><c>trame composite</c>: an index from its definition and its data, with what other choices would have given.</summary>
internal static class CompositeVerb
{
    public static Command Of(CommandHost host)
    {
        var spec = new Argument<string>("spec") { Description = Texts.Get("cli.composite.spec") };
        var data = new Argument<FileInfo>("data") { Description = Texts.Get("cli.composite.data") };
        var verb = new Command("composite", Texts.Get("cli.composite")) { spec, data, host.Json };
        verb.SetAction(async (parsed, stop) => string.IsNullOrWhiteSpace(parsed.GetValue(spec)) ? await CommandHost.Fail("cli.no-file", "SPEC.json")
            : await Run(Spec(parsed.GetValue(spec)!), parsed.GetValue(data)!, parsed.GetValue(host.Plain), parsed.GetValue(host.Json), stop));
        return verb;
    }

    /// <summary>A file, or the name of a definition shipped with the program.</summary>
    private static FileInfo Spec(string said) =>
        !File.Exists(said) && said.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && Path.Combine(AppContext.BaseDirectory, "data", "indices", $"{said}.json") is var shipped && File.Exists(shipped) ? new(shipped) : new(said);

    private static async Task<int> Run(FileInfo specFile, FileInfo dataFile, bool plain, bool json, CancellationToken stop)
    {
        foreach (var file in (FileInfo[])[specFile, dataFile]) if (!file.Exists) return await CommandHost.Fail("cli.no-file", file.FullName);
        using var text = TableEncoding.Open(specFile);
        var reading = CompositeSpecFile.Read(await text.ReadToEndAsync(stop));
        if (reading.Mistake is { } wrong) return await CommandHost.Fail("tables.fault", specFile.Name, wrong.Line, wrong.Column, Texts.Get($"composite.fault.{EnumWords.Write(wrong.Fault)}", wrong.Detail));
        var spec = reading.Spec!;
        var (data, fault) = CompositeFile.Read(dataFile, spec);
        if (data is null) return await fault!.Fail();
        var started = TimeProvider.System.GetTimestamp();
        var index = await ProgressLine.Run(plain, "composite.doing", _ => Task.Run(() => CompositeIndex.Of(spec, data.Data, stop), CancellationToken.None));
        if (index.Problem is { } problem) return await Fail(spec, data, problem);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        Console.Write(json ? CompositeJson.Write(spec, data, index.Result!, seconds) : CompositeWords.Write(spec, data, index.Result!));
        return 0;
    }

    private static Task<int> Fail(CompositeSpec spec, CompositeFile data, CompositeProblem problem)
    {
        var (line, column) = data.Place(spec, problem);
        var what = problem.Indicator >= 0 ? spec.Indicators[problem.Indicator].Column : problem.Group >= 0 ? spec.Groups[problem.Group].Name : spec.Name;
        var reason = Texts.Get($"composite.problem.{EnumWords.Write(problem.Fault)}", what, problem.Unit >= 0 ? data.Rows[problem.Unit].Id : "", problem.Detail.ToString("G6", System.Globalization.CultureInfo.CurrentUICulture));
        return CommandHost.Fail("tables.fault", data.File.Name, line, column, problem.IsOfTrial ? Texts.Get("composite.of-trial", reason) : reason);
    }
}
