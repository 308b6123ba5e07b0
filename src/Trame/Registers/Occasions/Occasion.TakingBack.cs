using System.Text.Json;
using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

// What an import said is unsaid as one: the words of its source go, what they had replaced comes back, what somebody said since stays.
public abstract partial class Occasion
{
    /// <summary>Unsays one change of this record.</summary>
    /// <returns>Keys of the fields that somebody changed since: they stay as they are.</returns>
    public IReadOnlyList<string> TakeBack(Revision change, Instant at)
    {
        var left = new HashSet<string>();
        foreach (var said in RevisionFields.Of(change))
        {
            if (said.Field.Read(this) == said.After && said.Field.Write(this, said.Before).Accepted) continue;
            left.Add(said.Field.Key);
        }

        var (before, after) = (RevisionFields.Words(change.Before), RevisionFields.Words(change.After));
        var gone = after.Except(before).Select(Triple).ToHashSet();
        var back = before.Except(after).Select(w => left.Contains(w.Field) ? w with { Shown = false } : w).ToList();
        Sources = [.. Sources.Where(s => !gone.Contains(Triple(s)) && !back.Any(b => Triple(b) == Triple(s))), .. back];
        Codes = Merged(CodesOf(change.Before), CodesOf(change.After));
        ChangedAt = at;
        return [.. left];
    }

    private Dictionary<string, string> Merged(Dictionary<string, string> before, Dictionary<string, string> after)
    {
        var codes = new Dictionary<string, string>(Codes);
        foreach (var (scheme, value) in after.Where(c => before.GetValueOrDefault(c.Key) != c.Value && codes.GetValueOrDefault(c.Key) == c.Value))
        {
            codes.Remove(scheme);
            if (before.TryGetValue(scheme, out var former)) codes[scheme] = former;
        }

        return codes;
    }

    private static Dictionary<string, string> CodesOf(Dictionary<string, string?> side) =>
        side.GetValueOrDefault(nameof(Codes)) is { Length: > 0 } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json, Columns.Json)! : [];

    private static (string, string, string) Triple(FieldSource word) => (word.Field, word.Source, word.Value);
}
