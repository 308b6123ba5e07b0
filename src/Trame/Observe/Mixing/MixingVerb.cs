using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Trame.Engines.Mixing;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Observe.Mixing;

/// <summary><c>trame mixing</c>: lived mixing from the sums of each moment.</summary>
internal static class MixingVerb
{
    public static Command Of(CommandHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = Texts.Get("cli.mixing.file") };
        var seed = new Option<ulong>("--seed") { Description = Texts.Get("cli.mixing.seed"), DefaultValueFactory = _ => 1 };
        var mixing = new Command("mixing", Texts.Get("cli.mixing")) { file, seed, host.Json };
        mixing.SetAction((parsed, stop) => Run(parsed.GetValue(file)!, parsed.GetValue(seed), parsed.GetValue(host.Json), parsed.GetValue(host.Plain), stop));
        return mixing;
    }

    private static async Task<int> Run(FileInfo path, ulong seed, bool json, bool plain, CancellationToken stop)
    {
        if (!path.Exists) return await CommandHost.Fail("cli.no-file", path.FullName);
        var file = AttendanceFile.Read(path);
        if (file.Fault is { } fault) return await fault.Fail();
        var started = Stopwatch.GetTimestamp();
        var result = await ProgressLine.Run(plain, "mixing.doing", _ => Task.Run(() => LivedMixing.Of(file.Open, file.Reserved, new() { Seed = seed }, stop), stop));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (json) Console.WriteLine(MixingJson.Write(file, result, seconds));
        else Tell(file, result);
        return 0;
    }

    private static void Tell(AttendanceFile file, LivedMixingResult result)
    {
        Say("mixing.size", result.Moments, result.Attendances, result.Undeclared);
        if (result.ReservedMoments > 0) Say("mixing.reserved", result.ReservedMoments, result.ReservedAttendances);
        Say("mixing.ratio", Words(result.Ratio));
        if (result.CrossShare is { } share && share.Low < share.High) Say("mixing.bounds", Number(share.Low), Number(share.High));
        Say("mixing.theil", Words(result.Theil));
        Say("mixing.dissimilarity", Words(result.Dissimilarity));
        foreach (var group in result.Groups) Say("mixing.group", file.Groups[group.Group], Words(group.Isolation), Words(group.Homophily));
        foreach (var place in result.Places) Say("mixing.place", file.Places[place.Place], place.Moments, Number(place.CrossPairs), place.BridgeValue is Measured bridge ? Number(bridge.Value) : Words(place.BridgeValue));
        Say("mixing.caution");
    }

    private static string Words(Measure measure) => measure switch
    {
        Measured m => Texts.Get("mixing.measured", Number(m.Value), Number(m.Low), Number(m.High), Number(m.Expected), Number(m.P)),
        NotMeasurable n => Texts.Get($"mixing.not-measurable.{EnumWords.Write(n.Why)}", n.Needed),
        _ => throw new UnreachableException(),
    };

    private static void Say(string key, params object?[] args) => Console.WriteLine(Texts.Get(key, args));

    private static string Number(double value) => value.ToString("0.000", CultureInfo.CurrentUICulture);
}
