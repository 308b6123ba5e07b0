using Trame.Foundation.Ui;

namespace Trame.Registers.Exports;

/// <summary>A tally in sentences: what was written, what was left out and why, what goes unsaid.</summary>
public static class ExportWords
{
    public static IEnumerable<string> Of(ExportTally tally) =>
    [
        Texts.CountOf("exports.written", tally.Written),
        .. LeftOut(tally).Select(l => Texts.Get("exports.left.line", l)), .. Unsaid(tally).Select(u => Texts.Get("exports.unsaid.line", u)),
    ];

    public static IEnumerable<string> LeftOut(ExportTally tally) => Said(tally.LeftOut);

    public static IEnumerable<string> Unsaid(ExportTally tally) => Said(tally.Unsaid);

    private static IEnumerable<string> Said(IReadOnlyDictionary<string, long> counts) => counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => Texts.CountOf(c.Key, c.Value));
}
