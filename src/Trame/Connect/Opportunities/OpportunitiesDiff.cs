using System.CommandLine;
using System.Text.Json;
using Trame.Engines.Opportunities;
using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Connect.Opportunities;

/// <summary><c>trame opportunities diff</c>: what changes from one answer of <c>--json</c> to the next, bundle by bundle.</summary>
internal static class OpportunitiesDiff
{
    private sealed record Bundle(string? Place, string? Moment, string Kind, string Slot, IReadOnlyList<string> Givers, IReadOnlyList<string> Receivers)
    {
        public string Key => string.Join(" · ", Place ?? Moment, Kind, Slot, Givers.Count == 0 ? "-" : string.Join(", ", Givers.Order(StringComparer.Ordinal)));

        public string Who => string.Join(',', Receivers.Order(StringComparer.Ordinal));
    }

    private sealed record Answer(double Value, Dictionary<string, Bundle> Bundles);

    public static Command Of(CommandHost host)
    {
        var before = new Argument<FileInfo>("before") { Description = Texts.Get("cli.opportunities.diff.before") };
        var after = new Argument<FileInfo>("after") { Description = Texts.Get("cli.opportunities.diff.after") };
        var diff = new Command("diff", Texts.Get("cli.opportunities.diff")) { before, after, host.Json };
        diff.SetAction((parsed, _) => Run(parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetValue(host.Json)));
        return diff;
    }

    private static async Task<int> Run(FileInfo first, FileInfo second, bool json)
    {
        var answers = new List<Answer>();
        foreach (var file in (FileInfo[])[first, second])
        {
            if (!file.Exists) return await CommandHost.Fail("cli.no-file", file.FullName);
            try
            {
                answers.Add(Read(await File.ReadAllBytesAsync(file.FullName)));
            }
            catch (JsonException wrong)
            {
                return await CommandHost.Fail("opportunities.fault", file.Name, (wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1, Texts.Get("opportunities.diff.unreadable"));
            }
            catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
            {
                return await CommandHost.Fail("opportunities.fault", file.Name, 1, 1, Texts.Get("opportunities.diff.unreadable"));
            }
        }

        var (before, after) = (answers[0], answers[1]);
        var change = PlanDifference.Of(before.Bundles.ToDictionary(b => b.Key, b => b.Value.Who), after.Bundles.ToDictionary(b => b.Key, b => b.Value.Who));
        Console.Write(json ? Json(change, before, after) : Told(change, before, after));
        return 0;
    }

    private static Answer Read(byte[] text)
    {
        using var answer = JsonDocument.Parse(text);
        var bundles = new Dictionary<string, Bundle>(StringComparer.Ordinal);
        foreach (var b in answer.RootElement.GetProperty("bundles").EnumerateArray())
        {
            var bundle = new Bundle(Word(b, "place"), Word(b, "moment"), b.GetProperty("kind").GetString()!, b.GetProperty("slot").GetString()!,
                [.. b.GetProperty("givers").EnumerateArray().Select(g => g.GetString()!)], [.. b.GetProperty("receivers").EnumerateArray().Select(r => r.GetProperty("need").GetString()!)]);
            bundles[bundle.Key] = bundle;
        }

        return new(answer.RootElement.GetProperty("value").GetDouble(), bundles);
    }

    private static string? Word(JsonElement bundle, string field) => bundle.GetProperty(field).GetString();

    private static string Json(PlanDifference change, Answer before, Answer after) => JsonAnswer.Of(new
    {
        Kept = change.Kept.Count,
        Changed = change.Changed.Select(k => new { after.Bundles[k].Place, after.Bundles[k].Moment, after.Bundles[k].Kind, after.Bundles[k].Slot, after.Bundles[k].Givers, Arrived = Arrived(k, before, after), Left = Arrived(k, after, before) }),
        Added = change.Added.Select(k => after.Bundles[k]).Select(Shown),
        Removed = change.Removed.Select(k => before.Bundles[k]).Select(Shown),
        Value = new { Before = before.Value, After = after.Value },
    }) + "\n";

    private static object Shown(Bundle b) => new { b.Place, b.Moment, b.Kind, b.Slot, b.Givers, b.Receivers };

    private static IEnumerable<string> Arrived(string key, Answer before, Answer after) => after.Bundles[key].Receivers.Except(before.Bundles[key].Receivers, StringComparer.Ordinal);

    private static string Told(PlanDifference change, Answer before, Answer after)
    {
        var said = new System.Text.StringBuilder();
        said.AppendLine(Texts.Get("opportunities.diff.head", change.Kept.Count, change.Changed.Count, change.Added.Count, change.Removed.Count));
        foreach (var key in change.Changed) said.AppendLine(Texts.Get("opportunities.diff.changed", key, Words(Arrived(key, before, after)), Words(Arrived(key, after, before))));
        foreach (var key in change.Added) said.AppendLine(Texts.Get("opportunities.diff.added", key, Words(after.Bundles[key].Receivers)));
        foreach (var key in change.Removed) said.AppendLine(Texts.Get("opportunities.diff.removed", key, Words(before.Bundles[key].Receivers)));
        return said.ToString();
    }

    private static string Words(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } said ? said : "–";
}
