using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Registers.Occasions;

/// <summary>A question to the full-text index in the language of each database: what must be found, what must not. Null: nothing asked.</summary>
public sealed record SearchMatch(string? Found, string? Absent)
{
    /// <param name="provider">Whose language.</param>
    /// <param name="query">What was typed, already bounded and reduced to letters and digits.</param>
    /// <param name="tags">Each group must be met by one of its tags.</param>
    public static SearchMatch Of(Provider provider, SearchQuery query, IReadOnlyList<IReadOnlyList<string>> tags)
    {
        Func<SearchTerm, string> term = provider == Provider.Sqlite ? SqliteTerm : PostgresTerm;
        Func<IReadOnlyList<string>, string> phrase = provider == Provider.Sqlite
            ? words => $"words : {Quoted(string.Join(' ', words))}"
            : words => $"({string.Join(" <-> ", words.Select(w => $"{Lexeme(w)}:A"))})";
        Func<IReadOnlyList<string>, string> group = provider == Provider.Sqlite
            ? any => $"tags : ({string.Join(" OR ", any.Select(Quoted))})"
            : any => $"({string.Join(" | ", any.Select(t => $"{Lexeme(t)}:B"))})";
        var (and, or) = provider == Provider.Sqlite ? (" AND ", " OR ") : (" & ", " | ");
        var found = query.Required.Select(term).Concat(query.Phrases.Select(phrase)).Concat(tags.Select(group)).ToList();
        var absent = query.Excluded.Select(term).ToList();
        return new SearchMatch(Joined(found, and), Joined(absent, or));
    }

    internal static string Lexeme(string word) => $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private static string? Joined(List<string> parts, string by) => parts.Count == 0 ? null : string.Join(by, parts.Select(p => $"({p})"));

    private static string SqliteTerm(SearchTerm term) => $"words : ({Quoted(term.Stem)} OR {Quoted(term.Folded)}{(term.IsPrefix ? " *" : "")})";

    private static string PostgresTerm(SearchTerm term) => $"{Lexeme(term.Stem)}:A | {Lexeme(term.Folded)}:{(term.IsPrefix ? "*" : "")}A";

    private static string Quoted(string words) => $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
