using System.Text.Json;
using Trame.Engines.Sortition;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Panels;

/// <summary>A lottery as <c>trame draw --json</c> wrote it, read back and recomputed.</summary>
internal sealed record DrawFile(string Rule, int Size, string Seed, IReadOnlyList<(string Id, double Probability)> People, IReadOnlyList<WeightedPanel> Panels, IReadOnlyList<string> Selected, IReadOnlyList<string> Unknown)
{
    private const double Same = 1e-9;

    /// <summary>The lottery, or the line where the file stops being one.</summary>
    public static (DrawFile? Draw, long Line, string Problem) Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            var people = root.GetProperty("probabilities").EnumerateObject().Select(p => (p.Name, p.Value.GetDouble())).ToList();
            var places = people.Index().ToDictionary(p => p.Item.Name, p => p.Index);
            var unknown = new List<string>();
            var panels = root.GetProperty("panels").EnumerateArray().Select(p => new WeightedPanel(Places(p.GetProperty("members")), p.GetProperty("probability").GetDouble())).ToList();
            var selected = root.GetProperty("selected").EnumerateArray().Select(s => s.GetString()!).ToList();
            if (panels.Count == 0) return (null, 1, Texts.Get("panels.no-panel"));
            return (new(root.GetProperty("rule").GetString()!, root.GetProperty("size").GetInt32(), root.TryGetProperty("seed", out var seed) ? seed.GetString() ?? "" : "", people, panels, selected, unknown), 0, "");

            int[] Places(JsonElement members) => [.. members.EnumerateArray().Select(m => m.GetString()!).Where(id => { if (places.ContainsKey(id)) return true; unknown.Add(id); return false; }).Select(id => places[id])];
        }
        catch (Exception reason) when (reason is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return (null, reason is JsonException { LineNumber: { } line } ? line + 1 : 1, Texts.Get("panels.not-json"));
        }
    }

    /// <summary>The first figure that is not what recomputing it gives, in words; null when everything is right.</summary>
    public string? Flaw()
    {
        if (Unknown.Count > 0) return Texts.Get("panels.lottery.unknown", Unknown[0]);
        var reached = new double[People.Count];
        foreach (var (number, panel) in Panels.Index())
        {
            if (panel.Members.Count != Size || panel.Members.Distinct().Count() != Size) return Texts.Get("panels.lottery.size", number + 1, panel.Members.Distinct().Count(), Size);
            if (panel.Probability is not (> 0 and <= 1 + Same)) return Texts.Get("panels.lottery.probability", number + 1, panel.Probability);
            foreach (var i in panel.Members) reached[i] += panel.Probability;
        }
        if (Panels.Sum(p => p.Probability) is var sum && Math.Abs(sum - 1) > Same) return Texts.Get("panels.lottery.sum", sum);
        foreach (var (place, (id, said)) in People.Index())
            if (Math.Abs(reached[place] - said) > Same) return Texts.Get("panels.lottery.person", id, said, reached[place]);
        if (Seed.Length > 0 && !Drawn().SequenceEqual(Selected)) return Texts.Get("panels.lottery.selected", Seed, string.Join(" ", Drawn()));
        return null;
    }

    private IEnumerable<string> Drawn() => SortitionResult.Draw(Panels, new DrawStream(Seed)).Members.Select(i => People[i].Id);
}
