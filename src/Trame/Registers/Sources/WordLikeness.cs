namespace Trame.Registers.Sources;

/// <summary>How alike two words are, and two lists of weighted words.</summary>
internal static class WordLikeness
{
    private const double SameWord = 0.91;

    /// <summary>Jaro's likeness (1989) raised by a common beginning of up to four letters (Winkler, 1990), from 0 to 1. O(n²) letters, no allocation for words up to 64.</summary>
    public static double OfWords(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b)) return 1;
        if (a.IsEmpty || b.IsEmpty || a.Length > 64 || b.Length > 64) return 0;
        var reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        Span<bool> takenA = stackalloc bool[a.Length];
        Span<bool> takenB = stackalloc bool[b.Length];
        var common = 0;
        for (var i = 0; i < a.Length; i++)
            for (var j = Math.Max(0, i - reach); j < Math.Min(b.Length, i + reach + 1); j++)
                if (!takenB[j] && a[i] == b[j])
                {
                    (takenA[i], takenB[j]) = (true, true);
                    common++;
                    break;
                }

        if (common == 0) return 0;
        var (crossed, next) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (!takenA[i]) continue;
            while (!takenB[next]) next++;
            if (a[i] != b[next++]) crossed++;
        }

        var jaro = (((double)common / a.Length) + ((double)common / b.Length) + ((common - (crossed / 2.0)) / common)) / 3;
        var prefix = 0;
        while (prefix < Math.Min(4, Math.Min(a.Length, b.Length)) && a[prefix] == b[prefix]) prefix++;
        return jaro + (prefix * 0.1 * (1 - jaro));
    }

    /// <summary>The weight of the words that are in both, over the weight of all; a word with a slip of the pen counts for what it is alike.</summary>
    public static double OfLists(IReadOnlyList<(string Word, double Weight)> a, IReadOnlyList<(string Word, double Weight)> b)
    {
        if (a.Count == 0 || b.Count == 0) return 0;
        var total = a.Sum(w => w.Weight) + b.Sum(w => w.Weight);
        return (Shared(a, b) + Shared(b, a)) / total;
    }

    private static double Shared(IReadOnlyList<(string Word, double Weight)> from, IReadOnlyList<(string Word, double Weight)> to)
    {
        var shared = 0.0;
        foreach (var (word, weight) in from)
        {
            var best = 0.0;
            foreach (var (other, _) in to)
            {
                var like = word.Length < 4 || other.Length < 4 ? (word == other ? 1 : 0) : OfWords(word, other);
                if (like > best) best = like;
            }

            if (best >= SameWord) shared += weight * best;
        }

        return shared;
    }
}
