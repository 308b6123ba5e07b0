using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trame.Engines.OpinionMap;

namespace Trame.Deliberate.Debates;

/// <summary>The map as a document for programs: names of fields are a promise.</summary>
internal static class OpinionsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static async Task Write(OpinionMapResult map, double seconds, CancellationToken stop)
    {
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, new
        {
            map.Method,
            seconds,
            Groups = map.Groups.Select(g => new { g.Id, g.Size, Representative = g.Representative.Select(s => new { s.Comment, s.Agree, s.P, s.Z, s.Repness, s.Q, s.Votes, s.Seen, s.Low, s.High }) }),
            Consensus = map.Consensus.Select(s => new { s.Comment, s.Agree, s.P, s.Z, s.Votes, s.Seen, s.Low, s.High, s.GroupInformed }),
            Bridging = map.Bridging.Select(s => new { s.Comment, s.Agree, s.P, s.Score, s.Votes, s.Seen, s.Low, s.High, s.GroupInformed }),
            map.Statements,
            map.Participants,
            map.Stability,
            map.Missing,
        }, Options, stop);
        await output.WriteAsync("\n"u8.ToArray(), stop);
    }
}
