using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Trame.Engines.Cooperation;
using Trame.Foundation;
using Trame.Foundation.Ui;
using Ties = Trame.Engines.Cooperation.Network;

namespace Trame.Cooperate.Network;

/// <summary><c>trame communities</c>: who works together, from a file of ties; <c>compare</c>: how alike two divisions are.</summary>
internal static class CommunitiesVerb
{
    private const int Shown = 8;

    private sealed record Asked(FileInfo File, CommunityQuality Quality, double? Resolution, ulong Seed, int Runs, bool Json, bool Plain);

    public static Command Of(CommandHost host)
    {
        var file = new Argument<FileInfo?>("file") { Description = Texts.Get("cli.communities.file"), Arity = ArgumentArity.ZeroOrOne }; // « compare » shares the command
        var quality = new Option<string>("--quality") { Description = Texts.Get("cli.communities.quality"), DefaultValueFactory = _ => "modularity" };
        quality.AcceptOnlyFromAmong("modularity", "cpm");
        var resolution = new Option<double?>("--resolution") { Description = Texts.Get("cli.communities.resolution") };
        var seed = new Option<ulong>("--seed") { Description = Texts.Get("cli.communities.seed"), DefaultValueFactory = _ => 1 };
        var runs = new Option<int>("--runs") { Description = Texts.Get("cli.communities.runs"), DefaultValueFactory = _ => 10 };
        var communities = new Command("communities", Texts.Get("cli.communities")) { file, quality, resolution, seed, runs, host.Json };
        communities.Add(CompareVerb.Of(host));
        communities.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(file) is not { } edges) return await CommandHost.Fail("network.no-file");
            if (!edges.Exists) return await CommandHost.Fail("cli.no-file", edges.FullName);
            if (parsed.GetValue(resolution) is { } asked && !(asked >= 0 && double.IsFinite(asked))) return await CommandHost.Fail("network.resolution", asked);
            if (parsed.GetValue(runs) is < 1 or > 10_000) return await CommandHost.Fail("network.runs", parsed.GetValue(runs));
            return await Run(new(
                edges, parsed.GetValue(quality) == "cpm" ? CommunityQuality.Cpm : CommunityQuality.Modularity, parsed.GetValue(resolution), parsed.GetValue(seed), parsed.GetValue(runs), parsed.GetValue(host.Json), parsed.GetValue(host.Plain)), stop);
        });
        return communities;
    }

    private static async Task<int> Run(Asked asked, CancellationToken stop)
    {
        var file = TieFile.Read(asked.File);
        if (file.Fault is { } fault) return await fault.Fail();
        var network = Ties.Of(file.Names.Count, file.Ties);
        var options = new LeidenOptions { Quality = asked.Quality, Resolution = asked.Resolution ?? Usual(asked.Quality, network), Seed = asked.Seed, Runs = asked.Runs };
        var started = Stopwatch.GetTimestamp();
        var found = await ProgressLine.Run(asked.Plain, "network.doing", told => Task.Run(() =>
            CommunitySearch.Find(network, options, new Paced<double>(TimeProvider.System, share => told(Texts.Get("network.progress"), (long)(100 * share))), stop), stop));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (asked.Json) Console.WriteLine(Json(file.Names, options, found, seconds));
        else Tell(file.Names, network, found, seconds);
        return 0;
    }

    /// <summary>The Potts model compares densities: without a resolution, communities are denser than the whole network.</summary>
    private static double Usual(CommunityQuality quality, Ties network) =>
        quality == CommunityQuality.Cpm && network.Nodes > 1 ? 2 * network.TotalWeight / ((double)network.Nodes * (network.Nodes - 1)) : 1;

    private static string Json(IReadOnlyList<string> names, LeidenOptions options, Communities found, double seconds) => JsonAnswer.Of(new
    {
        found.Quality,
        Communities = names.Index().ToDictionary(n => n.Item, n => found.Community[n.Index]),
        found.Stability,
        seconds,
        found.Count,
        options.Resolution,
        options.Seed,
        Runs = found.RunQualities,
        found.Jaccard,
        Cores = names.Index().ToDictionary(n => n.Item, n => found.Cores[n.Index]),
    });

    private static void Tell(IReadOnlyList<string> names, Ties network, Communities found, double seconds)
    {
        var culture = CultureInfo.CurrentUICulture;
        Console.WriteLine(Texts.Get("network.told", names.Count, network.Ties, found.Count, found.Quality.ToString("0.0000", culture), seconds.ToString("0.00", culture)));
        Console.WriteLine(Texts.Get("network.stability", (found.Stability ?? 1).ToString("0.00", culture)));
        foreach (var community in names.Index().GroupBy(n => found.Community[n.Index]).OrderBy(c => c.Key))
        {
            var first = string.Join(", ", community.Take(Shown).Select(n => n.Item)) + (community.Count() > Shown ? "…" : "");
            Console.WriteLine(Texts.Get("network.community", community.Key, community.Count(), found.Jaccard[community.Key].ToString("0.00", culture), first));
        }
    }
}
