using Trame.Foundation.Privacy;

namespace Trame.Registers.Occasions;

/// <summary>Passages of a form that seem to speak of a person (R4). The author is warned once, and decides.</summary>
public sealed class PeopleWarning(FreeTextScan scan)
{
    private static readonly string[] Free = ["summary", "description", "offers", "conditions", "hours-note", "cost-note", "how-to-come"];

    public sealed record Passage(string Label, string Text, IReadOnlyList<ScanFinding> Findings);

    /// <param name="others">Other free text of the form, by the key of its label.</param>
    public IReadOnlyList<Passage> In(IReadOnlyDictionary<string, string> values, params (string Label, string Text)[] others) =>
        [.. Free.Where(values.ContainsKey).Select(k => (Label: $"occasions.field.{k}", Text: values[k])).Concat(others)
            .Select(t => new Passage(t.Label, t.Text, scan.Scan(t.Text))).Where(p => p.Findings.Count > 0)];
}
