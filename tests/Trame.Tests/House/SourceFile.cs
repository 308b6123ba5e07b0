using System.Text;

namespace Trame.Tests.House;

/// <summary>One file of the repository, by its path from the root.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private string? _code;

    public string[] Lines => Text.Split('\n');

    /// <summary>C# without what it says: comments and the inside of strings are blanks, lines stay where they are.</summary>
    public string Code => _code ??= Blank(Text);

    private static string Blank(string text)
    {
        var code = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = EndOfSaying(text, i);
            if (end == i) code.Append(text[i++]);
            else
            {
                for (; i < end; i++) code.Append(text[i] == '\n' ? '\n' : ' ');
            }
        }

        return code.ToString();
    }

    // Where the comment or string that starts here ends; here itself when none does. An interpolated string is blanked with its holes.
    private static int EndOfSaying(string text, int at)
    {
        if (Starts("//")) return Until("\n", at, 0);
        if (Starts("/*")) return Until("*/", at + 2, 2);
        if (text[at] == '\'') return at + 1 < text.Length && text[at + 1] == '\\' ? Until("'", at + 3, 1) : Math.Min(at + 3, text.Length);
        var quotes = at;
        while (quotes < text.Length && text[quotes] is '$' or '@') quotes++;
        if (quotes >= text.Length || text[quotes] != '"') return at;
        var opening = text.AsSpan(quotes).IndexOfAnyExcept('"') is var run && run < 0 ? text.Length - quotes : run;
        if (opening >= 3) return Until(new string('"', opening), quotes + opening, opening);
        if (opening == 2) return quotes + 2;
        return text.AsSpan(at, quotes - at).Contains('@') ? EndOfVerbatim(text, quotes + 1) : EndOfPlain(text, quotes + 1, text.AsSpan(at, quotes - at).Contains('$'));

        bool Starts(string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
        int Until(string mark, int from, int more) => text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal) is var found && found < 0 ? text.Length : found + more;
    }

    private static int EndOfVerbatim(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] != '"') at++;
            else if (at + 1 < text.Length && text[at + 1] == '"') at += 2;
            else return at + 1;
        }

        return at;
    }

    private static int EndOfPlain(string text, int at, bool holes)
    {
        for (var depth = 0; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == '\\') at++;
            else if (holes && text[at] == '{') depth++;
            else if (holes && text[at] == '}') depth--;
            else if (text[at] == '"' && depth <= 0) return at + 1;
            else if (text[at] == '"') at = EndOfPlain(text, at + 1, false) - 1;
        }

        return at;
    }
}
