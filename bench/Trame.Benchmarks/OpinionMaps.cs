using System.Diagnostics;
using System.Globalization;
using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Files;
using Trame.Engines.OpinionMap.Reference;
using Trame.Engines.OpinionMap.Robust;

namespace Trame.Benchmarks;

/// <summary>Opinion maps of public conversations (<c>--data</c>: shared/data/polis) beside published groups and a plain dense pipeline; then large conversations that are made.</summary>
internal static class OpinionMaps
{
    private static readonly HashSet<long> Nothing = [];

    public static void Run(Options options)
    {
        foreach (var folder in Directory.EnumerateDirectories(options.Data ?? "../shared/data/polis").Where(f => File.Exists(Path.Combine(f, "participants-votes.csv"))).Order()) Conversation(folder);
        Growing();
        Large(people: 100_000, statements: 2_000, filled: 0.02);
    }

    private static void Conversation(string folder)
    {
        var name = Path.GetFileName(folder);
        VoteFile Votes(string file)
        {
            using var reader = new StreamReader(Path.Combine(folder, file));
            return VoteReader.Read(reader);
        }

        using var comments = new StreamReader(Path.Combine(folder, "comments.csv"));
        var moderated = CommentReader.Read(comments).Comments.Where(c => c.IsOut).Select(c => c.Id).ToHashSet();
        var (table, published) = (VoteTable.Of(Votes("participants-votes.csv").Votes), Published(Path.Combine(folder, "participants-votes.csv")));
        var size = $"{table.ParticipantCount} × {table.CommentCount}, {table.VoteCount} votes";
        var once = Median(() => ReferencePipeline.Run(table, moderated, new(Iterations: 100)));
        var dense = Median(() => DenseReference.Components(table, moderated, 100));
        var map = ReferencePipeline.Run(table, moderated);
        var replayed = ReferenceReplay.Run(Votes("votes.csv").Votes, moderated, ReferenceReplay.UsualUpdates);
        Table.Add($"{name}: reference", size, Table.Milliseconds(once), "", $"dense components alone {Table.Milliseconds(dense)}, × {Text(dense / once)}; published groups found at {Text(Agreement(map, published))}, replayed {Text(Agreement(replayed, published))}");
        var started = Stopwatch.GetTimestamp();
        var robust = RobustPipeline.Run(table, moderated);
        Table.Add($"{name}: robust", size, Table.Milliseconds(Stopwatch.GetElapsedTime(started).TotalMilliseconds), "", $"{robust.Evidence.Answer}, {robust.Groups} groups, stability {Text(robust.Evidence.Rand)}, p {Text(robust.Evidence.P)}");
    }

    private static void Growing()
    {
        var random = new Random(2);
        var map = RobustPipeline.Run(VoteTable.Of(Made(10_000, 500, 0.1)), Nothing);
        var reference = ReferencePipeline.Run(map.Votes, Nothing, new(Iterations: 100));
        var (ours, work, theirs) = (new List<double>(), new List<double>(), new List<double>());
        for (var update = 0; update < 45; update++)
        {
            var more = Enumerable.Range(0, 100).Select(_ => new Vote(random.Next(10_000), random.Next(500), random.Next(-1, 2))).ToList();
            var (started, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            map = RobustPipeline.Update(map, map.Votes.With(more), Nothing);
            OpinionMapping.Told(map, Nothing);
            ours.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            work.Add((Environment.CpuUsage.TotalTime - worked).TotalMilliseconds);
            started = Stopwatch.GetTimestamp();
            reference = ReferencePipeline.Update(reference.Votes.With(more), Nothing, reference.State, new(Iterations: 100));
            theirs.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        Table.Add("100 more votes: robust, all told again", $"10,000 × 500, {map.Votes.VoteCount} votes", new Timings(ours.Skip(5)), "aim: under 200 ms");
        Table.Add("100 more votes: the same, processor time", "", new Timings(work.Skip(5)), "what a busy machine does not stretch");
        Table.Add("100 more votes: reference", "the same", new Timings(theirs.Skip(5)));
    }

    private static void Large(int people, int statements, double filled)
    {
        var table = VoteTable.Of(Made(people, statements, filled));
        var size = $"{people} × {statements}, {table.VoteCount} votes";
        var started = Stopwatch.GetTimestamp();
        ReferencePipeline.Run(table, Nothing, new(Iterations: 100));
        Table.Add("large: reference", size, Table.Milliseconds(Stopwatch.GetElapsedTime(started).TotalMilliseconds), "", "");
        started = Stopwatch.GetTimestamp();
        OpinionMapping.Draw(table, Nothing);
        Table.Add("large: robust, all told", size, Table.Milliseconds(Stopwatch.GetElapsedTime(started).TotalMilliseconds), "", $"at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB; people × statements would be {(long)people * statements * 8 / 1_000_000} MB");
    }

    // Three groups, each with its own chances; people answer between a third and five thirds of the usual number.
    private static List<Vote> Made(int people, int statements, double filled)
    {
        var random = new Random(1);
        var chances = Enumerable.Range(0, 3 * statements).Select(_ => random.NextDouble() < 0.5 ? 0.2 : 0.8).ToArray();
        var votes = new List<Vote>();
        for (var person = 0; person < people; person++)
        {
            var (g, count) = (random.Next(3), (int)(statements * filled * (0.33 + (1.33 * random.NextDouble()))));
            for (var i = 0; i < count; i++)
            {
                var statement = random.Next(statements);
                votes.Add(new(person, statement, random.NextDouble() < 0.1 ? 0 : random.NextDouble() < chances[(g * statements) + statement] ? 1 : -1));
            }
        }

        return votes;
    }

    private static double Median(Action act)
    {
        act();
        return new Timings(Enumerable.Range(0, 5).Select(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            act();
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        })).Median;
    }

    private static double Agreement(ReferenceMap map, Dictionary<long, int> published) =>
        RandIndex.Adjusted(map.GroupOf, [.. map.Votes.Participants.ToArray().Select(p => published.GetValueOrDefault(p, -1))]);

    private static Dictionary<long, int> Published(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        var (person, group) = (Array.IndexOf(header, "participant"), Array.IndexOf(header, "group-id"));
        return lines.Skip(1).Select(l => l.Split(',')).Where(c => c[group].Length > 0).ToDictionary(c => long.Parse(c[person], CultureInfo.InvariantCulture), c => int.Parse(c[group], CultureInfo.InvariantCulture));
    }

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
