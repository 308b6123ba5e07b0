using System.Net.Mail;
using Trame.Foundation.Tables;
using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>Our closed lists in the words of national formats, only where a word of theirs says the same. What has none is counted, never brought to the nearest.</summary>
internal static class StandardWords
{
    /// <summary>data·inclusion, audiences. « tous-publics » stands alone.</summary>
    public static readonly IReadOnlyDictionary<string, string> Publics = new Dictionary<string, string>
    {
        ["children"] = "familles", ["parents"] = "familles", ["teenagers"] = "jeunes", ["young-adults"] = "jeunes", ["seniors"] = "seniors", ["newcomers"] = "personnes-exilees",
        ["disabled"] = "personnes-en-situation-de-handicap", ["women"] = "femmes", ["job-seekers"] = "demandeurs-emploi",
    };

    /// <summary>data·inclusion, themes, from our fields and our ties.</summary>
    public static readonly IReadOnlyDictionary<string, string> Themes = new Dictionary<string, string>
    {
        ["sport"] = "remobilisation--activites-sportives-et-culturelles", ["culture"] = "remobilisation--activites-sportives-et-culturelles", ["food"] = "equipement-et-alimentation--alimentation",
        ["rights"] = "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits", ["access-to-rights"] = "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits",
        ["neighbours"] = "remobilisation--lien-social", ["generations"] = "remobilisation--lien-social", ["backgrounds"] = "remobilisation--lien-social", ["mutual-aid"] = "remobilisation--lien-social",
        ["citizenship"] = "remobilisation--benevolat-action-citoyenne",
    };

    /// <summary>data·inclusion, networks that a kind of place belongs to by what it is.</summary>
    public static readonly IReadOnlyDictionary<string, string> Networks = new Dictionary<string, string> { ["france-services"] = "france-service", ["ccas"] = "ccas-cias", ["town-hall"] = "communes" };

    /// <summary>Digital mediation, kinds of places.</summary>
    public static readonly IReadOnlyDictionary<string, string> Typologies = new Dictionary<string, string>
    {
        ["third-place"] = "TIERS_LIEUX", ["library"] = "BIB", ["social-centre"] = "CS", ["france-services"] = "RFS", ["ccas"] = "CCAS", ["town-hall"] = "MUNI",
    };

    /// <summary>Digital mediation, audiences.</summary>
    public static readonly IReadOnlyDictionary<string, string> MediationPublics = new Dictionary<string, string>
    {
        ["children"] = "Familles et/ou enfants", ["parents"] = "Familles et/ou enfants", ["teenagers"] = "Jeunes", ["young-adults"] = "Jeunes", ["seniors"] = "Seniors", ["women"] = "Femmes",
    };

    /// <summary>Digital mediation, services: written only where a place says them in these very words.</summary>
    public static readonly IReadOnlyList<string> MediationServices =
    [
        "Aide aux démarches administratives", "Maîtrise des outils numériques du quotidien", "Insertion professionnelle via le numérique", "Utilisation sécurisée du numérique", "Parentalité et éducation avec le numérique",
        "Loisirs et créations numériques", "Compréhension du monde numérique", "Accès internet et matériel informatique", "Acquisition de matériel informatique à prix solidaire",
    ];

    /// <summary>+33…, or the short number as it is; empty when there is none.</summary>
    public static string Dial(Occasion o) => o.Phone.Length > 0 && PhoneCells.French(o.Phone) is { HasValue: true, Value: { } number } ? number.Dial : "";

    public static string Email(Occasion o) => MailAddress.TryCreate(o.Email, out _) ? o.Email : "";

    /// <summary>An address that a browser can follow; empty otherwise.</summary>
    public static string Url(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var read) && read.Scheme is "http" or "https" && url!.Length <= 2083 ? url : "";

    public static bool IsFrenchPostalCode(string code) => code.Length == 5 && code.All(char.IsAsciiDigit);

    /// <summary>The words that have one of theirs, and whether some have none.</summary>
    public static (IReadOnlyList<string> Said, bool Lost) Of(IEnumerable<string> words, IReadOnlyDictionary<string, string> theirs)
    {
        var all = words.ToList();
        return ([.. all.Select(theirs.GetValueOrDefault).OfType<string>().Distinct()], all.Exists(w => !theirs.ContainsKey(w)));
    }
}
