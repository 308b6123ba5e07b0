using Trame.Foundation.Data;

namespace Trame.Foundation.Privacy;

/// <summary>Passages of a form that seem to speak of a person (R4). The author is warned once, and decides.</summary>
public sealed class PeopleWarning(FreeTextScan scan)
{
    /// <summary>Nothing was written: the form comes back with the passages and a box to tick.</summary>
    public static readonly Refusal Refusal = new("privacy.scan.warned", "Sure");

    public sealed record Passage(string Label, string Text, IReadOnlyList<ScanFinding> Findings);

    /// <param name="free">Free text, with the key of its label.</param>
    /// <param name="expected">What belongs in these questions: a person's own number in the form that asks how to reach them.</param>
    public IReadOnlyList<Passage> In(IEnumerable<(string Label, string Text)> free, IReadOnlyCollection<ScanCategory> expected) =>
        [.. free.Select(t => new Passage(t.Label, t.Text, [.. scan.Scan(t.Text).Where(f => !expected.Contains(f.Category))])).Where(p => p.Findings.Count > 0)];
}
