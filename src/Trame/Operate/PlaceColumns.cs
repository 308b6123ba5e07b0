using System.Text.RegularExpressions;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Operate;

/// <summary>
/// What the columns of open data are called, besides the keys and labels of our fields: the lists of France services and of third places, the schemas of
/// digital mediation and of data·inclusion, OpenStreetMap exports, the usual names of French portals. Case, accents and punctuation do not count.
/// </summary>
internal static partial class PlaceColumns
{
    /// <summary>From Monday, as OSM writes them.</summary>
    public static readonly IReadOnlyList<string> Days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    private static readonly string[] French = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["id"] = ["identifiant", "uid", "id fs", "id structure", "structure id", "id lieu", "@id", "objectid", "gid", "typo uid"],
        ["name"] = ["nom", "name", "lib fs", "nom tl", "nom lieu", "nom du lieu", "nom structure", "nom de la structure", "nom etablissement", "denomination", "raison sociale", "titre", "intitule", "lieu", "user nom", "libelle", "appellation"],
        ["territory"] = ["commune", "ville", "lib com", "libcom", "nomcom", "nom com", "nom commune", "libelle commune", "libgeo", "com nom", "localite", "city", "addr:city", "contact:city", "municipality"],
        ["commune-code"] = ["code insee", "insee", "codgeo", "code commune", "nis5", "insee com", "inseecom", "com insee", "code insee commune", "depcom", "code com", "ref:insee", "citycode", "code commune insee"],
        ["postal-code"] = ["code postal", "cp", "postcode", "zip", "addr:postcode", "contact:postcode", "postal code", "code post"],
        ["address"] = ["adresse", "adresse postale", "adresse complete", "adresse ligne 1", "address", "user adres", "voie", "rue", "geo adresse", "addr:full", "contact:street", "l4 normalisee"],
        ["hours"] = ["horaires", "horaire", "opening hours", "horaires ouverture", "horaires d'ouverture", "heures d'ouverture", "horaires accueil", "horaires d'accueil"],
        ["phone"] = ["telephone", "tel", "phone", "contact:phone", "numero de telephone", "num tel", "telephone contact"],
        ["email"] = ["courriel", "courriels", "mail", "email", "e-mail", "adresse mail", "adresse electronique", "contact:email", "courriel contact"],
        ["website"] = ["site web", "site internet", "site", "web", "url", "website", "contact:website", "site inter", "siteweb", "lien"],
        ["summary"] = ["presentation resume", "resume", "short description"],
        ["description"] = ["presentation detail", "presentation", "descriptif"],
        ["acceslibre"] = ["fiche acces libre", "accessibilite lieu", "url acceslibre"],
        ["latitude"] = ["lat", "latitude wgs84", "y wgs84", "lat wgs84", "coordonnee y"],
        ["longitude"] = ["lon", "lng", "long", "longitude wgs84", "x wgs84", "lon wgs84", "coordonnee x"],
        [Point] = ["geo point 2d", "geo point", "geopoint", "coordonnees", "coordonnees gps", "latlon", "lat lon", "geolocalisation", "coordonnees geographiques"],
        [HouseNumber] = ["addr:housenumber", "numero voie", "num voie"],
        [Street] = ["addr:street", "nom voie", "libelle voie"],
    };

    /// <summary>« 46.56, 3.33 » in one column.</summary>
    public const string Point = "point";
    public const string HouseNumber = "house-number";
    public const string Street = "street";

    public static IReadOnlyList<string> Keys { get; } = [.. OccasionField.For(OccasionKind.Place).Select(f => f.Key), "id", "kind", "commune-code", "codes", Point, HouseNumber, Street];

    /// <summary>For each key, its label in both languages and the names it goes by.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; } = Keys.ToDictionary(k => k, k => (IReadOnlyList<string>)[.. Labels(k), .. Others.GetValueOrDefault(k, [])]);

    /// <summary>« h_lundi », « Horaires mardi », « mercredi_matin »: the day of a column that tells the hours of one day, « Mo » to « Su ».</summary>
    public static string? DayOf(string header) => DayShape().Match(TableHeaders.Key(header)) is { Success: true } day ? Days[Array.IndexOf(French, day.Groups["day"].Value)] : null;

    private static IEnumerable<string> Labels(string key) => OccasionField.Find(key) is null ? [] : [Texts.In("fr", $"occasions.field.{key}"), Texts.In("en", $"occasions.field.{key}")];

    [GeneratedRegex(@"\A(h|heures?|horaires?|ouverture|jours?)?(?<day>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(matin|midi|am|pm|apresmidi|aprem|soir|journee|[12])?\z")]
    private static partial Regex DayShape();
}
