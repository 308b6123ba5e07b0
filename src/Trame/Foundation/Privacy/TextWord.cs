using Trame.Foundation.Text;

namespace Trame.Foundation.Privacy;

/// <summary>A word of a text, folded and stemmed, with its place, so that what is found can be shown where it stands.</summary>
internal sealed record TextWord(int Start, int Length, string Stem)
{
    public static List<TextWord> Of(string text)
    {
        var words = new List<TextWord>();
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var isInside = at < text.Length && (LetterFolding.TryFold(text[at], out _, out _) || (start >= 0 && LetterFolding.IsLooseAccent(text[at])));
            if (isInside) { if (start < 0) start = at; continue; }
            if (start >= 0) words.Add(new(start, at - start, StemOf(text[start..at])));
            start = -1;
        }
        return words;
    }

    private static string StemOf(string word)
    {
        var folded = string.Concat(FrenchTokens.Tokens(word));
        return FrenchStem.Of(folded);
    }
}
