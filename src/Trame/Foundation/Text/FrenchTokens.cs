using System.Buffers;

namespace Trame.Foundation.Text;

/// <summary>The words of a French text, as the search keeps them and as it looks for them.</summary>
/// <remarks>The same code writes the index and reads the question, on SQLite and on PostgreSQL alike: the databases only compare words that are
/// already folded. A word longer than <see cref="LongestToken"/> letters is cut there, in both places.</remarks>
public static class FrenchTokens
{
    public const int LongestToken = 60;

    private static readonly HashSet<string> Elided = new(StringComparer.Ordinal)
        { "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu" };

    /// <summary>The folded words in order, articles elided by an apostrophe left out (« l'atelier » gives « atelier »). Idempotent.</summary>
    public static IReadOnlyList<string> Tokens(string text)
    {
        var tokens = new List<string>(text.Length / 6 + 1);
        Read(text, int.MaxValue, tokens);
        return tokens;
    }

    /// <summary>What the index keeps: the folded words in the order of the text, so that quoted phrases can be found, then the stems that are not among them.</summary>
    public static string Index(string text)
    {
        var words = Tokens(text);
        var seen = new HashSet<string>(words, StringComparer.Ordinal);
        var stems = new List<string>();
        foreach (var word in words)
        {
            var stem = FrenchStem.Of(word);
            if (seen.Add(stem)) stems.Add(stem);
        }
        return stems.Count == 0 ? string.Join(' ', words) : string.Concat(string.Join(' ', words), " ", string.Join(' ', stems));
    }

    /// <summary>Whether every word typed begins a word of the text, or has its stem: for lists that are short enough to be read whole. Nothing typed is in every text.</summary>
    public static bool Holds(string text, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return true;
        var said = Index(text).Split(' ');
        return Tokens(typed).All(word => said.Any(s => s.StartsWith(word, StringComparison.Ordinal) || s == FrenchStem.Of(word)));
    }

    /// <summary>What a person typed in the search field, bounded and understood; see <see cref="SearchQuery"/>.</summary>
    public static SearchQuery Query(string typed) => SearchQueryReading.Read(typed);

    internal static void Read(ReadOnlySpan<char> text, int most, List<string> into)
    {
        var rented = ArrayPool<char>.Shared.Rent(LongestToken + 4);
        var word = rented.AsSpan();
        var length = 0;
        var lookup = Elided.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length && into.Count < most; i++)
        {
            var letter = text[i];
            if (LetterFolding.TryFold(letter, out var single, out var several))
            {
                if (several is null) { if (length < LongestToken) word[length++] = single; }
                else foreach (var part in several) { if (length < LongestToken) word[length++] = part; }
                continue;
            }
            if (length == 0 || LetterFolding.IsLooseAccent(letter)) continue;
            if (LetterFolding.IsApostrophe(letter) && i + 1 < text.Length && IsWordStart(text[i + 1]))
            {
                if (lookup.Contains(word[..length])) { length = 0; continue; }
                if (word[..length] is "aujourd") continue; // one word since long: « aujourdhui »
            }
            into.Add(word[..length].ToString());
            length = 0;
        }
        if (length > 0 && into.Count < most) into.Add(word[..length].ToString());
        ArrayPool<char>.Shared.Return(rented);
    }

    private static bool IsWordStart(char letter) => LetterFolding.TryFold(letter, out _, out _);
}
