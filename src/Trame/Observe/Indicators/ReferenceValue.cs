using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Observe.Indicators;

/// <summary>
/// A figure somebody else published: read-only, with whom it is about, where, when, according to whom, and what it does not say (S0-20). It is never added to
/// nor compared with a figure of the space, unless <paramref name="Measures"/> names the indicator that measures the very same thing.
/// </summary>
/// <param name="Scale">national, regional, local or international: how far from this space it was measured.</param>
/// <param name="Year">Last year of the measure; when it is undated, the year of the document that quotes it.</param>
/// <param name="Source">Whom the document names; null when it names nobody.</param>
/// <param name="Document">Key of the document in which the figure was read.</param>
/// <param name="Measures">Key of an <see cref="Indicator"/> that measures the same thing; nearly always null.</param>
/// <param name="DiffersFrom">Key of another value with which this one disagrees; <paramref name="Disagreement"/> then says how.</param>
public sealed record ReferenceValue(
    string Key, string Theme, string Country, string Scale, IReadOnlyList<ReferenceFigure> Figures, InBothLanguages What, InBothLanguages Population, InBothLanguages Place,
    InBothLanguages Date, int Year, InBothLanguages? Source, string Document, InBothLanguages Caveat, string? Measures = null, string? DiffersFrom = null, InBothLanguages? Disagreement = null)
{
    public static readonly IReadOnlyList<string> Scales = ["national", "regional", "local", "international"];

    /// <summary>Ten years: after that a figure about a society describes another one.</summary>
    public const int OldAfterYears = 10;

    /// <summary>The file says it in words (« non daté »): a figure without a date is shown as such, never with the date of its document.</summary>
    public bool IsUndated => Date.Fr.Contains("non daté", StringComparison.Ordinal);

    public bool IsOld(int thisYear) => thisYear - Year > OldAfterYears;

    /// <summary>Whether every word typed is somewhere in the row, whatever the accents and the plurals.</summary>
    public bool Speaks(string? typed) => FrenchTokens.Holds($"{What} {Population} {Place} {Date} {Source} {Caveat} {string.Join(' ', Figures.Select(f => $"{f.Unit} {f.Of}"))}", typed);
}
