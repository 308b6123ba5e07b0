using Trame.Foundation.Text;

namespace Trame.Foundation.Privacy;

/// <summary>The words of <c>data/privacy/lexique.*.txt</c>: runs of stems, and what each run tells. Exceptions are runs that tell nothing.</summary>
internal sealed class SensitiveLexicon
{
    private readonly Dictionary<string, List<(string[] Stems, ScanCategory? Category)>> _byFirst = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A title between brackets is not a category: the file was edited by hand and must be put right.</exception>
    public SensitiveLexicon(IEnumerable<string> lines)
    {
        ScanCategory? category = null;
        foreach (var line in lines)
        {
            var entry = line.Trim();
            if (entry.Length == 0 || entry[0] == '#') continue;
            if (entry[0] == '[') category = Category(entry);
            else Add(entry, category);
        }
        foreach (var runs in _byFirst.Values) runs.Sort((one, other) => other.Stems.Length.CompareTo(one.Stems.Length));
    }

    /// <summary>The longest run that starts at this word, or null. An exception wins by being longer than the word it excuses.</summary>
    public (int Words, ScanCategory? Category)? At(IReadOnlyList<TextWord> words, int start)
    {
        if (!_byFirst.TryGetValue(words[start].Stem, out var runs)) return null;
        foreach (var (stems, category) in runs)
            if (Follows(words, start, stems)) return (stems.Length, category);
        return null;
    }

    private static bool Follows(IReadOnlyList<TextWord> words, int start, string[] stems)
    {
        if (start + stems.Length > words.Count) return false;
        for (var i = 0; i < stems.Length; i++)
            if (words[start + i].Stem != stems[i]) return false;
        return true;
    }

    private void Add(string entry, ScanCategory? category)
    {
        var stems = TextWord.Of(entry).Select(word => word.Stem).ToArray();
        if (!_byFirst.TryGetValue(stems[0], out var runs)) _byFirst[stems[0]] = runs = [];
        runs.Add((stems, category));
    }

    private static ScanCategory? Category(string title) => title switch
    {
        "[health]" => ScanCategory.Health,
        "[religion]" => ScanCategory.Religion,
        "[origin]" => ScanCategory.Origin,
        "[belonging]" => ScanCategory.Belonging,
        "[exceptions]" => null,
        _ => throw new FormatException($"Lexicon: {title} is not [health], [religion], [origin], [belonging] or [exceptions]."),
    };
}
