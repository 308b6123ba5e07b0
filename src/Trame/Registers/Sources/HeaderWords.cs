using System.Text.RegularExpressions;
using Trame.Foundation.Text;

namespace Trame.Registers.Sources;

/// <summary>How near a column's name is to a name we know, word by word: « Nom du lieu ou de la structure * », « USER_ADRES », « adresseComplete ».</summary>
internal static partial class HeaderWords
{
    private static readonly HashSet<string> Empty = ["de", "du", "des", "la", "le", "les", "ou", "et", "en", "au", "aux", "un", "une", "the", "of", "user", "bf", "geo", "addr", "fields", "properties", "votre", "champ", "saisie", "obligatoire", "d", "l"];

    /// <summary>Words that make of a column something about somebody (R4), or about something else than the place.</summary>
    public static readonly IReadOnlySet<string> AboutSomebody = new HashSet<string> { "referent", "responsable", "prenom", "president", "presidente", "mediateur", "mediatrice", "conseiller", "animateur", "animatrice", "interlocuteur", "directeur", "directrice", "gerant", "elu", "maire", "contributeur", "auteur", "personne" };

    private static readonly HashSet<string> Elsewhere = ["region", "departement", "dep", "reg", "epci", "intercommunalite", "canton", "parent", "parente", "porteur", "porteuse", "siege", "metropole", "quartier", "iris", "result"];

    public static IReadOnlyList<string> Of(string header) =>
        [.. FrenchTokens.Tokens(Humps().Replace(header.Replace('_', ' ').Replace('.', ' ').Replace('-', ' '), "$1 $2")).Where(w => !Empty.Contains(w))];

    /// <summary>From 0 to 1. 1: the same words. Each further word of the header takes away; one that points elsewhere takes more.</summary>
    public static double Likeness(IReadOnlyList<string> header, IReadOnlyList<string> known)
    {
        if (header.Count == 0 || known.Count == 0) return 0;
        if (!known.All(k => header.Any(h => Same(h, k)))) return 0;
        var further = header.Where(h => !known.Any(k => Same(h, k))).ToList();
        if (further.Any(Elsewhere.Contains)) return 0;
        var somebody = further.Any(AboutSomebody.Contains) ? 0.3 : 0;
        return Math.Max(0, 0.95 - (0.09 * further.Count) - somebody);
    }

    // « adres » is « adresse », « coord » is « coordonnee »; three letters are too few to guess.
    private static bool Same(string a, string b) => a == b || (Math.Min(a.Length, b.Length) >= 4 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)) && Math.Abs(a.Length - b.Length) <= 6);

    [GeneratedRegex(@"(\p{Ll})(\p{Lu})")]
    private static partial Regex Humps();
}
