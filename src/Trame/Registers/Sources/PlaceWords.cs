using System.Text.RegularExpressions;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Registers.Occasions;

namespace Trame.Registers.Sources;

/// <summary>The words of open data for those of our closed lists. What has no word of ours is left out and counted, never guessed.</summary>
internal static partial class PlaceWords
{
    // The first that fits wins: the precise before the general. Folded words, joined by one blank.
    private static readonly (string Field, string Word, Regex Said)[] Rules =
    [
        .. Of("type", ("bus", @"^bus\b|bibliobus|\bbus (numerique|itinerant|equivalent)|camion"), ("france-services", @"^rfs$|france services?|^msap$|maisons? de services"), ("library", @"^bib$|bibliotheque|mediatheque|^library$|ludotheque"),
            ("third-place", @"tiers? ?lieux?|coworking|^tiers lieux$"), ("workshop", @"fab ?labs?|makerspace|repair|atelier|^fablab$"), ("social-centre", @"^(cs|evs|mjc|mdq|acte)$|centres? sociaux?|centre socio|espace de vie sociale|maisons? des jeunes|maisons? de quartiers?"),
            ("ccas", @"^(ccas|cias|cdas)$|\bc[ci]as\b|action sociale"), ("town-hall", @"^(muni|mairie)$|\bmairie|hotel de ville|^townhall$"), ("gem", @"^gem$|groupe d ?entraide|entraide mutuelle"), ("shared-kitchen", @"cuisine"), ("garden", @"jardin|^garden$"),
            ("cafe", @"\bcafe\b|bistro"), ("market", @"marche\b|^marketplace$"), ("park", @"\bparc\b|^park$"), ("school", @"ecole|college|lycee|^school$|\buniversite"), ("sports-ground", @"sport|stade|gymnase"), ("museum", @"musee|^museum$"),
            ("health-centre", @"sante|hopital|medical|^(pimms|chu)x?$"), ("community-room", @"salle (polyvalente|communale|des fetes)|^community centre$"), ("resource-centre", @"^(epn|pif|enm|mp|cap|asso numerique)$|numerique|cyber|ressourcerie|recyclerie|point d ?acces|information jeunesse|mission locale|point relais|relais")),
        .. Of("cost", ("pay-what-you-can", @"prix libre|libre participation|participation libre"), ("paid", @"payant|\bpaye?\b|^non$|^false$|euros?|^adhesion"), ("free", @"gratuit|^oui$|^true$|^yes$|^no$|sans frais")),
        .. Of("itinerant", ("yes", @"itinerant|bus|mobile|^oui$|^yes$|^true$")),
        .. Of("carrier", ("public", @"collectivite|commune|public|mairie|departement|region|etat|intercommunal"), ("associations", @"associati|^asso$|loi 1901"), ("private", @"entreprise|prive|societe|commerc|^sarl$|^sas$"), ("citizens", @"citoyen|habitants|collectif")),
        .. Of("audiences", ("everyone", @"\btous?\b|tout public|toute personne|grand public"), ("children", @"enfant"), ("teenagers", @"adolescent|\bados?\b|collegien|lyceen"), ("young-adults", @"jeune|etudiant"), ("parents", @"famille|parent"), ("seniors", @"senior|personnes? agees?|retraite|aine"),
            ("carers", @"\baidants?\b"), ("newcomers", @"exile|refugie|etranger|allophone|migrant|primo ?arrivant|langues? etrangeres?"), ("disabled", @"handicap|surdite|deficien|malvoyant"), ("women", @"\bfemmes?\b"), ("job-seekers", @"demandeurs? d ?emploi|demandeurs emploi|recherche d ?emploi|\brsa\b|minima"), ("adults", @"\badultes?\b|\bactifs\b")),
        .. Of("fields", ("digital", @"numerique|informatique|internet"), ("mobility", @"mobilite|transport"), ("housing", @"logement|hebergement|habitat"), ("health", @"sante|soin"), ("family", @"famille|parental|petite enfance"), ("food", @"aliment|repas"), ("employment", @"emploi|metier|candidature|formation|insertion|creer une entreprise"),
            ("rights", @"juridique|administrati|droits?\b"), ("solidarity", @"solidarite|lien social|benevol|difficultes financieres|social"), ("culture", @"cultur|lecture"), ("sport", @"sport"), ("ecology", @"ecolog|environnement"), ("school", @"scolaire|ecole|education"), ("youth", @"jeunesse"), ("elderly", @"vieillesse|grand age")),
        .. Of("access", ("step-free", @"plain pied|pmr|fauteuil|mobilite reduite|^oui$|^yes$|accessible"), ("lift", @"ascenseur"), ("accessible-toilet", @"sanitaires? adaptes?|toilettes? adaptees?"), ("hearing-loop", @"boucle"), ("sign-language", @"langue des signes|\blsf\b"), ("easy-to-read", @"\bfalc\b|facile a lire"), ("parking", @"parking|stationnement")),
        .. Of("openness", ("on-registration", @"inscription|rendez vous|reservation"), ("members", @"adherent|membre"), ("reserved", @"reserve"), ("everyone", @"\btous\b|libre")),
    ];

    public static bool Knows(string field) => Rules.Any(r => r.Field == field);

    /// <summary>Our words for a cell, in the order of our lists; and how many of its words have none.</summary>
    /// <param name="own">What this list's map says of its words, before any rule.</param>
    public static (string Said, int Lost) Of(string field, string cell, IReadOnlyDictionary<string, string>? own = null)
    {
        var target = OccasionField.Named(field);
        var ours = field == "itinerant" ? ["yes"] : target.Words(OccasionKind.Place);
        var several = target.Shape == FieldShape.Choices;
        var said = new List<string>();
        var lost = 0;
        if (several && cell.Split([' ', ',', '|'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } already && already.All(ours.Contains)) return (cell, 0);
        foreach (var part in Apart().Split(cell).Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            var word = own?.GetValueOrDefault(part) ?? Word(field, part, ours);
            if (word is { Length: > 0 }) said.Add(word);
            else if (word is null) lost++;
        }

        return said.Count == 0 ? ("", lost) : several ? (string.Join(' ', said.Distinct()), lost) : (said[0], lost);
    }

    private static string? Word(string field, string part, IReadOnlyList<string> ours)
    {
        if (ours.Contains(part)) return part;
        var folded = string.Join(' ', FrenchTokens.Tokens(part.Replace('_', ' ').Replace('-', ' ')));
        if (field == "itinerant" && folded is "fixe" or "non" or "no" or "false" or "0") return "";
        if (field == "access" && folded is "non" or "no" or "false" or "0" or "limited" or "partiel") return "";
        if (field == "cost" && folded.Contains("sous condition", StringComparison.Ordinal)) return "";
        return Rules.FirstOrDefault(r => r.Field == field && r.Said.IsMatch(folded)).Word;
    }

    private static IEnumerable<(string, string, Regex)> Of(string field, params (string Word, string Said)[] rules) =>
        rules.Select(r => (field, r.Word, new Regex(r.Said, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));

    [GeneratedRegex(@"\s*[|;,\n]\s*|\s+/\s+")]
    private static partial Regex Apart();
}
