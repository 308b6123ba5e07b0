namespace Trame.Foundation.Tables;

/// <summary>A row that could not be taken, told so that its author can put it right.</summary>
/// <param name="LineNumber">Line of the file, the first is 1, as a spreadsheet or a text editor shows it.</param>
/// <param name="Column">Header of the column at fault, or null when it is the whole row.</param>
/// <param name="Excerpt">The beginning of what stands there.</param>
/// <param name="TextKey">The sentence, in <c>Texts.resx</c>: what is wrong and what to do.</param>
/// <param name="Args">What fills the sentence.</param>
public sealed record RowError(int LineNumber, string? Column, string Excerpt, string TextKey, IReadOnlyList<object> Args) : TableEntry(LineNumber)
{
    private const int LongestExcerpt = 60;

    internal static RowError Of(int line, string? column, ReadOnlySpan<char> found, TableProblem problem) =>
        new(line, column, Shorten(found), problem.TextKey, problem.Args);

    private static string Shorten(ReadOnlySpan<char> found)
    {
        if (found.Length <= LongestExcerpt) return found.ToString();
        var cut = char.IsHighSurrogate(found[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt;
        return string.Concat(found[..cut], "…");
    }
}
