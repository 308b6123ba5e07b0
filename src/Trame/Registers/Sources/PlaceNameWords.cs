using Trame.Foundation.Text;

namespace Trame.Registers.Sources;

/// <summary>The words of a place's name and how much each tells: folded, without articles, abbreviations written out (« MJC », « Ste », « Bibl. »).</summary>
internal static class PlaceNameWords
{
    private static readonly HashSet<string> Empty = ["de", "du", "des", "la", "le", "les", "et", "en", "au", "aux", "a", "un", "une", "sur", "sous", "pour", "par", "dans", "chez"];

    // What is said of thousands of places tells little of which one.
    private static readonly HashSet<string> Common =
    [
        "association", "asso", "maison", "espace", "centre", "salle", "lieu", "point", "service", "services", "france", "commune", "communal", "communale", "municipal", "municipale", "mairie", "ville", "local", "accueil",
        "social", "sociale", "culturel", "culturelle", "quartier", "antenne", "agence", "site", "pole", "cafe", "atelier", "jardin", "bibliotheque", "mediatheque", "numerique", "public", "tiers", "comite", "communautaire", "intercommunal", "action",
    ];

    private static readonly Dictionary<string, string[]> Long = new()
    {
        ["mjc"] = ["maison", "jeunes", "culture"], ["ccas"] = ["centre", "communal", "action", "sociale"], ["cias"] = ["centre", "intercommunal", "action", "sociale"], ["evs"] = ["espace", "vie", "sociale"], ["csc"] = ["centre", "social", "culturel"],
        ["msap"] = ["maison", "services", "public"], ["mfs"] = ["maison", "france", "services"], ["gem"] = ["groupe", "entraide", "mutuelle"], ["epn"] = ["espace", "public", "numerique"], ["amap"] = ["amap"], ["mdq"] = ["maison", "quartier"],
        ["st"] = ["saint"], ["ste"] = ["sainte"], ["bibl"] = ["bibliotheque"], ["mediat"] = ["mediatheque"], ["assoc"] = ["association"], ["asso"] = ["association"], ["ctre"] = ["centre"], ["dr"] = ["docteur"], ["gal"] = ["general"], ["mal"] = ["marechal"],
    };

    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        foreach (var token in FrenchTokens.Tokens(name))
        {
            if (Empty.Contains(token)) continue;
            if (Long.TryGetValue(token, out var whole)) words.AddRange(whole);
            else words.Add(Singular(token));
        }

        return [.. words.Distinct()];
    }

    /// <summary>How much a word tells, from 0.25 to 1: the rarer among the records, the more.</summary>
    public static double Weight(string word, int holders, int records)
    {
        var rarity = records <= 1 ? 1 : Math.Clamp(Math.Log((double)records / Math.Max(1, holders)) / Math.Log(records), 0.25, 1);
        return Common.Contains(word) || word.Length <= 2 ? Math.Min(rarity, 0.35) : rarity;
    }

    private static string Singular(string word) => word.Length > 4 && word[^1] is 's' or 'x' ? word[..^1] : word;
}
