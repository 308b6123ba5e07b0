using System.Diagnostics;
using System.Globalization;
using Trame.Engines.Cooperation;

namespace Trame.Benchmarks;

/// <summary>Communities of public networks: quality and time of one run beside the C++ reference (leidenalg 0.9.1, best of 20 seeds, median time, measured on a machine of two cores), then how time grows up to a million ties.</summary>
internal static class CommunitiesFound
{
    private static readonly (string Name, double Quality, double Seconds)[] References =
    [
        ("karate", 0.4197896, 0.0002), ("karate_w", 0.4449036, 0.0002), ("lesmis_w", 0.5666880, 0.0004), ("davis_women", 0.3360056, 0.0002), ("florentine", 0.39875, 0), ("lfr_250_mu0.1", 0.8335514, 0.0013),
        ("lfr_1000_mu0.3", 0.5544470, 0.022), ("lfr_5000_mu0.4", 0.4596162, 0.433), ("sbm_2000_w", 0.5873185, 0.048), ("ba_20000", 0.3085429, 14.0),
    ];

    public static void Run(Options options)
    {
        var folder = options.Data ?? Found();
        foreach (var (name, quality, seconds) in References)
        {
            var network = Read(Path.Combine(folder, $"{name}.edges.csv"));
            var size = string.Create(CultureInfo.InvariantCulture, $"{name}: {network.Nodes:N0} x {network.Ties:N0}");
            One(size, network, seconds);
            var (started, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var all = CommunitySearch.Find(network);
            var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            Table.Add("ten runs, recombined", size, Table.Milliseconds(Stopwatch.GetElapsedTime(started).TotalMilliseconds), "",
                string.Create(CultureInfo.InvariantCulture, $"processor {Table.Milliseconds(processor)}; quality {all.Quality:0.0000000}, reference {quality:0.0000000}: {(all.Quality >= quality - 5e-8 ? "reached" : "NOT reached")}; stability {all.Stability:0.00}"));
        }

        foreach (var ties in (int[])[10_000, 100_000, 1_000_000]) One(string.Create(CultureInfo.InvariantCulture, $"planted: {ties / 10:N0} x {ties:N0}"), Planted(ties / 10, ties), 0);
    }

    private static void One(string size, Network network, double reference)
    {
        var (times, busy, qualities) = (new List<double>(), new List<double>(), new List<double>());
        for (var seed = 0; seed < 7; seed++)
        {
            var (started, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var found = CommunitySearch.Find(network, new() { Runs = 1, Recombine = false, Seed = (ulong)seed });
            if (seed >= 2) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds); // the first two compile
            if (seed >= 2) busy.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            qualities.Add(found.Quality);
        }

        var processor = new Timings(busy).Median; // what other work on the machine does not lengthen
        Table.Add("one run", size, new Timings(times), string.Create(CultureInfo.InvariantCulture, $"processor {Table.Milliseconds(processor)}; quality {qualities.Min():0.0000}-{qualities.Max():0.0000}{(reference > 0 ? $"; C++ {reference * 1000:0.#} ms: processor / C++ {processor / (reference * 1000):0.00}" : "")}"));
    }

    /// <summary>Communities of fifty, seven ties in ten inside.</summary>
    private static Network Planted(int nodes, int ties)
    {
        var chance = new Random(7);
        return Network.Of(nodes, [.. Enumerable.Range(0, ties).Select(_ =>
        {
            var from = chance.Next(nodes);
            return new Tie(from, chance.Next(10) < 7 ? (from / 50 * 50) + chance.Next(50) : chance.Next(nodes));
        })]);
    }

    private static Network Read(string path)
    {
        var ties = File.ReadLines(path).Skip(1).Select(l => l.Split(',')).Select(c => new Tie(int.Parse(c[0], CultureInfo.InvariantCulture), int.Parse(c[1], CultureInfo.InvariantCulture), double.Parse(c[2], CultureInfo.InvariantCulture))).ToList();
        return Network.Of(ties.Max(t => Math.Max(t.Source, t.Target)) + 1, ties);
    }

    private static string Found()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", "networks") is var found && Directory.Exists(found)) return found;
        throw new DirectoryNotFoundException("Give the folder of the networks with --data.");
    }
}
