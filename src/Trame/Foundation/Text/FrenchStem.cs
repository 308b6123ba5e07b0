namespace Trame.Foundation.Text;

/// <summary>The common form of a French word's singular, plural, masculine and feminine: jardins and jardin, chevaux and cheval, partagées and partagé.</summary>
/// <remarks>Light on purpose: verbs are not conjugated and families of words are not merged, so that « jardin » does not bring back « jardinier ».
/// Takes a folded word (see <see cref="LetterFolding"/>). Words of three letters or fewer and words with a digit are left alone.
/// The result is a key to compare, not always a word: « partag ».</remarks>
public static class FrenchStem
{
    // Plurals and feminines that no ending predicts.
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["travaux"] = "travail", ["vitraux"] = "vitrail", ["baux"] = "bail", ["coraux"] = "corail", ["emaux"] = "email", ["soupiraux"] = "soupirail",
        ["vantaux"] = "vantail", ["tuyaux"] = "tuyau", ["noyaux"] = "noyau", ["boyaux"] = "boyau", ["joyaux"] = "joyau", ["etaux"] = "etau",
        ["yeux"] = "oeil", ["cieux"] = "ciel", ["belle"] = "beau", ["belles"] = "beau", ["nouvelle"] = "nouveau", ["nouvelles"] = "nouveau",
        ["nouvel"] = "nouveau", ["vieille"] = "vieux", ["vieilles"] = "vieux", ["vieil"] = "vieux", ["mesdames"] = "dame", ["messieurs"] = "monsieur",
    };

    // Singular already, whatever their last letter: « cours » must not meet « cour », nor « mois » « moi ».
    private static readonly HashSet<string> Unchanged = new(StringComparer.Ordinal)
    {
        "cours", "parcours", "concours", "secours", "discours", "recours", "temps", "corps", "repas", "mois", "bois", "pays", "bras", "avis", "tapis",
        "puits", "velours", "toujours", "jamais", "sans", "dans", "sous", "vers", "apres", "tres", "plus", "moins", "faux", "taux", "chaux", "vieux",
        "doux", "mieux", "deux", "prix", "voix", "noix", "choix", "paix", "croix", "toux", "epoux", "jaloux", "roux", "gens", "trois", "repos", "propos",
        "proces", "acces", "succes", "progres", "bus", "autobus", "minibus", "campus", "fils", "lors", "alors", "ailleurs",
    };

    private static readonly (string Ending, string Becomes)[] Endings =
    [
        ("trice", "teur"), ("euse", "eu"), ("eux", "eu"), ("eaux", "eau"), ("aux", "al"), ("oux", "ou"), ("enne", "en"), ("onne", "on"),
        ("elle", "el"), ("ette", "et"), ("ique", "ic"), ("ive", "if"),
    ];

    public static string Of(string folded)
    {
        if (folded.Length <= 3 || folded.AsSpan().ContainsAnyInRange('0', '9')) return folded;
        if (Irregular.TryGetValue(folded, out var known)) return known;
        if (Unchanged.Contains(folded)) return folded;

        var word = WithoutPlural(folded.AsSpan());
        if (word.Length < folded.Length)
        {
            var singular = Irregular.GetAlternateLookup<ReadOnlySpan<char>>();
            if (singular.TryGetValue(word, out known)) return known;
        }
        foreach (var (ending, becomes) in Endings)
        {
            if (word.Length - ending.Length + becomes.Length < 3 || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            return string.Concat(word[..^ending.Length], becomes);
        }
        var masculine = WithoutFeminine(word);
        // « française » has lost its e and now ends like « français », which loses its s; « course » must not become « cour ».
        if (masculine.Length < word.Length && masculine[^1] == 's' && masculine[^2] is ('i' or 'o' or 'u')) masculine = WithoutPlural(masculine);
        word = masculine;
        return word.Length == folded.Length ? folded : word.ToString();
    }

    private static ReadOnlySpan<char> WithoutPlural(ReadOnlySpan<char> word) =>
        word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;

    private static ReadOnlySpan<char> WithoutFeminine(ReadOnlySpan<char> word)
    {
        if (word.Length < 4 || word[^1] != 'e') return word;
        if (word.Length >= 5 && word[^2] == 'e') word = word[..^1]; // « aînée » is « aîné » first
        return word.Length >= 5 || word[^2] is 'i' or 'u' ? word[..^1] : word;
    }
}
