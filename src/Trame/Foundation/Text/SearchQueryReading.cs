namespace Trame.Foundation.Text;

/// <summary>Reads what a person typed: words, "quoted phrases" (also « » and “ ”), -excluded words. Never refuses: what makes no sense is only words.</summary>
internal static class SearchQueryReading
{
    private const int LongestInput = 2_000; // well over twelve words of sixty letters; the rest of a hostile input is never read

    private static readonly HashSet<string> StopWords = new(StringComparer.Ordinal)
    {
        "a", "au", "aux", "avec", "c", "ce", "ces", "cet", "cette", "chez", "d", "dans", "de", "des", "du", "elle", "en", "est", "et", "il", "ils", "j",
        "je", "l", "la", "le", "les", "leur", "leurs", "ma", "mes", "mon", "n", "ne", "nos", "notre", "nous", "on", "ou", "par", "pas", "pour", "qu",
        "que", "qui", "s", "sa", "se", "ses", "son", "sont", "sur", "t", "ta", "tes", "ton", "un", "une", "vos", "votre", "vous", "y",
    };

    public static SearchQuery Read(string typed)
    {
        var rest = typed.AsSpan(0, Math.Min(typed.Length, LongestInput));
        var required = new List<string>();
        var phrases = new List<IReadOnlyList<string>>();
        var excluded = new List<string>();
        var left = SearchQuery.MostTerms;
        while (left > 0 && !rest.IsEmpty)
        {
            if (ClosingQuote(rest[0]) is { } closing && rest[1..].IndexOf(closing) is var end && end >= 0)
            {
                left -= ReadPhrase(rest.Slice(1, end), left, phrases, required);
                rest = rest[(end + 2)..];
                continue;
            }
            var length = WordLength(rest);
            left -= ReadWord(rest[..length], left, required, excluded);
            rest = rest[length..];
        }
        return new(Terms(WithoutStopWords(required, phrases.Count > 0), isPrefix: true), phrases, Terms(excluded, isPrefix: false));
    }

    private static char? ClosingQuote(char letter) => letter switch { '"' => '"', '«' => '»', '“' => '”', _ => null };

    // Up to the next blank or opening quotation mark; at least one character, so that reading always goes on.
    private static int WordLength(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (!char.IsWhiteSpace(rest[0]) && length < rest.Length && !char.IsWhiteSpace(rest[length]) && ClosingQuote(rest[length]) is null) length++;
        return length;
    }

    private static int ReadPhrase(ReadOnlySpan<char> quoted, int most, List<IReadOnlyList<string>> phrases, List<string> required)
    {
        var words = new List<string>();
        FrenchTokens.Read(quoted, most, words);
        if (words.Count == 1) required.Add(words[0]); else if (words.Count > 1) phrases.Add(words);
        return words.Count;
    }

    private static int ReadWord(ReadOnlySpan<char> word, int most, List<string> required, List<string> excluded)
    {
        var isExcluded = word.Length > 1 && word[0] is '-' or '\u2212';
        var target = isExcluded ? excluded : required;
        var before = target.Count;
        FrenchTokens.Read(word, before + most, target);
        return target.Count - before;
    }

    // « la » alone is a question; in « la fanfare » it only hides the answer.
    private static List<string> WithoutStopWords(List<string> words, bool hasPhrases)
    {
        var telling = words.Where(word => !StopWords.Contains(word)).ToList();
        return telling.Count > 0 || hasPhrases ? telling : words;
    }

    private static SearchTerm[] Terms(List<string> words, bool isPrefix) =>
        [.. words.Distinct(StringComparer.Ordinal).Select(word => new SearchTerm(word, FrenchStem.Of(word), isPrefix))];
}
