using System.Text.Json;
using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Files;

namespace Trame.Engines.Tests.OpinionMap;

/// <summary>Public conversations and golden fixtures of Polis, read from beside the repository.</summary>
internal static class PolisData
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static readonly string[] Conversations = ["london.youth.policing", "15-per-hour-seattle", "scoop-hivemind.freshwater", "brexit-consensus", "bg2050-volunteers", "football-concussions", "scoop-hivemind.biodiversity", "vtaiwan.uberx"];

    public static readonly string[] Fixtures = ["below-100-ptpts", "25ptpt-3gp-no-strict-with-meta", "50ptpt-3gp-strict-no-meta", "150ptpt-3gp-no-strict-no-meta", "above-100-ptpts"];

    public sealed record Conversation(VoteFile Wide, VoteFile Long, HashSet<long> ModeratedOut, Dictionary<long, int> Published);

    public static Conversation Read(string name)
    {
        string File(string file) => SharedData.Path("polis", name, file);
        using var wide = new StreamReader(File("participants-votes.csv"));
        using var votes = new StreamReader(File("votes.csv"));
        using var comments = new StreamReader(File("comments.csv"));
        return new(VoteReader.Read(wide, stop: Stop), VoteReader.Read(votes, stop: Stop), [.. CommentReader.Read(comments, stop: Stop).Comments.Where(c => c.IsOut).Select(c => c.Id)], Groups(File("participants-votes.csv")));
    }

    /// <summary>Adjusted Rand index with the published groups, over those who have one in both.</summary>
    public static double Agreement(VoteTable votes, int[] groupOf, IReadOnlyDictionary<long, int> published) =>
        RandIndex.Adjusted(groupOf, [.. votes.Participants.ToArray().Select(p => published.GetValueOrDefault(p, -1))]);

    public static (List<Vote> Votes, JsonElement Math) Fixture(string name)
    {
        using var votes = JsonDocument.Parse(File.ReadAllText(SharedData.Path("polis", "polis-math-fixtures", name, "votes.json")));
        using var math = JsonDocument.Parse(File.ReadAllText(SharedData.Path("polis", "polis-math-fixtures", name, "math-pca2.json")));
        return ([.. votes.RootElement.EnumerateArray().Select(AsVote).OrderBy(v => v.Timestamp)], math.RootElement.Clone());
    }

    private static Vote AsVote(JsonElement vote)
    {
        var time = vote.GetProperty("modified");
        return new(Number(vote, "pid", "participant_id"), Number(vote, "tid", "statement_id"), vote.GetProperty("vote").GetInt32(),
            time.ValueKind == JsonValueKind.String ? long.Parse(time.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : (long)time.GetDouble());
    }

    private static long Number(JsonElement vote, string name, string other) => (vote.TryGetProperty(name, out var found) ? found : vote.GetProperty(other)).GetInt64();

    private static Dictionary<long, int> Groups(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        var (person, group) = (Array.IndexOf(header, "participant"), Array.IndexOf(header, "group-id"));
        return lines.Skip(1).Select(l => l.Split(',')).Where(c => c[group].Length > 0).ToDictionary(c => long.Parse(c[person], System.Globalization.CultureInfo.InvariantCulture), c => int.Parse(c[group], System.Globalization.CultureInfo.InvariantCulture));
    }
}
