namespace Trame.Foundation.Text;

/// <summary>A question to the search. Holds: at most <see cref="MostTerms"/> words in all, each of at most <see cref="FrenchTokens.LongestToken"/> characters, letters and digits only.</summary>
/// <param name="Required">Every one must be found; each is a prefix.</param>
/// <param name="Phrases">Words in quotation marks, folded, that must follow each other in this order. A phrase has two words or more.</param>
/// <param name="Excluded">Words after a minus sign: a text that has one (same rule as <see cref="SearchTerm"/>, whole words) is left out.</param>
public sealed record SearchQuery(IReadOnlyList<SearchTerm> Required, IReadOnlyList<IReadOnlyList<string>> Phrases, IReadOnlyList<SearchTerm> Excluded)
{
    public const int MostTerms = 12;

    /// <summary>Nothing to look for: everything answers, less what is excluded.</summary>
    public bool IsEmpty => Required.Count == 0 && Phrases.Count == 0;

    /// <summary>The rule in memory: what both databases must answer too.</summary>
    public bool Matches(string index)
    {
        var words = index.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Required.All(term => words.Any(word => Found(term, word)))
            && Phrases.All(phrase => Follows(words, phrase))
            && !Excluded.Any(term => words.Any(word => Found(term, word)));
    }

    private static bool Found(SearchTerm term, string word) => word == term.Stem || word == term.Folded
        || (term.IsPrefix && word.StartsWith(term.Folded, StringComparison.Ordinal));

    private static bool Follows(string[] words, IReadOnlyList<string> phrase)
    {
        for (var start = 0; start + phrase.Count <= words.Length; start++)
            if (words.AsSpan(start, phrase.Count).SequenceEqual(phrase.ToArray())) return true;
        return false;
    }
}
