using System.CommandLine;
using System.Globalization;
using Trame.Engines.Mixing.Spatial;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Observe.Mixing;

/// <summary><c>trame moran</c>: whether areas are like their neighbours, over the map and area by area.</summary>
internal static class MoranVerb
{
    private sealed record Asked(FileInfo Values, string Id, string Value, FileInfo Neighbours, WeightStyle Style, int Permutations, ulong Seed, bool Json);

    public static Command Of(CommandHost host)
    {
        var values = new Argument<FileInfo>("values") { Description = Texts.Get("cli.moran.values") };
        var id = new Option<string>("--id") { Description = Texts.Get("cli.moran.id"), Required = true };
        var value = new Option<string>("--value") { Description = Texts.Get("cli.moran.value"), Required = true };
        var neighbours = new Option<FileInfo>("--neighbours") { Description = Texts.Get("cli.moran.neighbours"), Required = true };
        var style = new Option<string>("--style") { Description = Texts.Get("cli.moran.style"), DefaultValueFactory = _ => "W" };
        style.AcceptOnlyFromAmong("W", "B");
        var permutations = new Option<int>("--permutations") { Description = Texts.Get("cli.moran.permutations") };
        var seed = new Option<ulong>("--seed") { Description = Texts.Get("cli.mixing.seed"), DefaultValueFactory = _ => 1 };
        var moran = new Command("moran", Texts.Get("cli.moran")) { values, id, value, neighbours, style, permutations, seed, host.Json };
        moran.SetAction((parsed, stop) => Run(new(
            parsed.GetValue(values)!, parsed.GetValue(id)!, parsed.GetValue(value)!, parsed.GetValue(neighbours)!, parsed.GetValue(style) == "B" ? WeightStyle.Binary : WeightStyle.RowStandardised,
            parsed.GetValue(permutations), parsed.GetValue(seed), parsed.GetValue(host.Json)), stop));
        return moran;
    }

    private static async Task<int> Run(Asked asked, CancellationToken stop)
    {
        foreach (var path in (FileInfo[])[asked.Values, asked.Neighbours])
            if (!path.Exists) return await CommandHost.Fail("cli.no-file", path.FullName);
        if (asked.Permutations is < 0 or > 10_000_000) return await CommandHost.Fail("mixing.permutations", asked.Permutations);
        var file = AreaFile.Read(asked.Values, asked.Id, asked.Value, asked.Neighbours, asked.Style);
        if (file.Fault is { } fault) return await fault.Fail();
        if (GlobalMoran.I(file.Values, file.Weights!, asked.Permutations, asked.Seed, stop) is not { } test) return await CommandHost.Fail("mixing.moran.none", asked.Values.Name, asked.Value);
        var (geary, local) = (GlobalMoran.C(file.Values, file.Weights!)!, LocalMoran.Of(file.Values, file.Weights!, asked.Permutations, asked.Seed, stop));
        if (asked.Json) Console.WriteLine(Json(file, test, geary, local));
        else Tell(file, test, geary, local);
        return 0;
    }

    // A dictionary keeps the field's own letter: « I ».
    private static string Json(AreaFile file, SpatialTest test, SpatialTest geary, IReadOnlyList<LocalMoranArea> local)
    {
        var hot = GetisOrd.Z(file.Values, file.Weights!, withOwn: true);
        return JsonAnswer.Of(new Dictionary<string, object?>(Fields(test))
        {
            ["geary"] = geary.Value,
            ["gearyTest"] = new { geary.Expectation, geary.Variance, geary.Z, geary.P },
            ["islands"] = file.Weights!.Islands,
            ["local"] = local.Select(area => new Dictionary<string, object?>(area.Test is { } own ? Fields(own) : [])
            {
                ["id"] = file.Ids[area.Area], ["quadrant"] = area.Test is null ? null : EnumWords.Write(area.Quadrant), ["q"] = JsonAnswer.Finite(area.Q), ["hotSpot"] = JsonAnswer.Finite(hot[area.Area]),
            }),
        });
    }

    private static Dictionary<string, object?> Fields(SpatialTest test) => new()
    {
        ["I"] = test.Value, ["expectation"] = test.Expectation, ["variance"] = JsonAnswer.Finite(test.Variance), ["z"] = JsonAnswer.Finite(test.Z), ["p"] = JsonAnswer.Finite(test.P), ["permutationP"] = test.PermutationP,
    };

    private static void Tell(AreaFile file, SpatialTest test, SpatialTest geary, IReadOnlyList<LocalMoranArea> local)
    {
        Console.WriteLine(Texts.Get("mixing.moran.told", file.Values.Count, Number(test.Value), Number(test.Expectation), Number(test.Z), Small(test.PermutationP ?? test.P), Number(geary.Value)));
        if (file.Weights!.Islands > 0) Console.WriteLine(Texts.Get("mixing.moran.islands", file.Weights.Islands));
        var standing = local.Where(a => a.Q <= 0.05).ToList();
        Console.WriteLine(Texts.Get(standing.Count == 0 ? "mixing.moran.no-area" : "mixing.moran.areas"));
        foreach (var area in standing.OrderBy(a => a.Q)) Console.WriteLine(Texts.Get($"mixing.moran.{EnumWords.Write(area.Quadrant)}", file.Ids[area.Area], Number(area.Test!.Value), Small(area.Q)));
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.CurrentUICulture);

    private static string Small(double value) => value.ToString("0.####", CultureInfo.CurrentUICulture);
}
