using System.Text.RegularExpressions;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Registers.Sources;

/// <summary>
/// What the columns of open data can say of a place, and what they are called besides the keys and labels of our fields: the lists of France services and of
/// third places, the schemas of digital mediation and of data·inclusion, OpenStreetMap exports, the usual names of French portals. Case, accents and
/// punctuation do not count.
/// </summary>
internal static partial class PlaceColumns
{
    /// <summary>From Monday, as OSM writes them.</summary>
    public static readonly IReadOnlyList<string> Days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    private static readonly string[] French = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    /// <summary>« 46.56, 3.33 » in one column.</summary>
    public const string Point = "point";
    public const string HouseNumber = "house-number";
    public const string Street = "street";
    public const string AddressMore = "address-more";
    public const string DayPrefix = "hours-";

    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["id"] = ["identifiant", "uid", "id fs", "id structure", "structure id", "id lieu", "@id", "objectid", "gid", "typo uid", GeoTableIdentifier, "recordid", "id source", "uuid"],
        ["name"] = ["nom", "name", "lib fs", "nom tl", "nom lieu", "nom du lieu", "nom structure", "nom de la structure", "nom etablissement", "denomination", "raison sociale", "titre", "intitule", "lieu", "user nom", "libelle", "appellation", "nom usuel", "nom du lieu ou de la structure", "structure", "etablissement", "equipement", "nom equipement", "bf titre", "enseigne", "nom complet", "nom de l etablissement", "nom officiel", "label"],
        ["type"] = ["typologie", "type structure", "categorie", "type de structure", "type de lieu", "nature", "typo", "user type", "amenity", "type d equipement", "type etablissement", "category"],
        ["territory"] = ["commune", "ville", "lib com", "libcom", "nomcom", "nom com", "nom commune", "libelle commune", "libgeo", "com nom", "localite", "city", "addr:city", "contact:city", "municipality", "nom de la commune", "commune actuelle", "bf ville", "bureau distributeur", "result city"],
        ["commune-code"] = ["code insee", "insee", "codgeo", "code commune", "nis5", "insee com", "inseecom", "com insee", "code insee commune", "depcom", "code com", "ref:insee", "citycode", "code commune insee", "code insee de la commune", "codeinsee", "codecommune", "result citycode", "nis", "code nis"],
        ["postal-code"] = ["code postal", "cp", "postcode", "zip", "addr:postcode", "contact:postcode", "postal code", "code post", "codepostal", "code postal du lieu", "bf code postal", "result postcode"],
        ["address"] = ["adresse", "adresse postale", "adresse complete", "adresse ligne 1", "address", "user adres", "voie", "rue", "geo adresse", "addr:full", "contact:street", "l4 normalisee", "adresse du lieu", "numero et voie", "adresse 1", "bf adresse", "adr", "adresse de la structure", "result label", "adresse complete du lieu"],
        [AddressMore] = ["complement adresse", "complement d adresse", "adresse complement", "adresse 2", "adresse ligne 2", "complement"],
        ["hours"] = ["horaires", "horaire", "opening hours", "horaires ouverture", "horaires d'ouverture", "heures d'ouverture", "horaires accueil", "horaires d'accueil", "jours et horaires", "jours d ouverture", "permanence", "permanences", "jours et heures d ouverture"],
        ["hours-note"] = ["ouverture", "periode d ouverture", "horaires precisions", "precisions horaires", "periodicite", "frequence"],
        ["phone"] = ["telephone", "tel", "phone", "contact:phone", "numero de telephone", "num tel", "telephone contact", "tel fixe", "telephone 1", "n telephone", "n de telephone", "bf telephone", "telephone du lieu", "telephone fixe", "contact telephonique"],
        ["email"] = ["courriel", "courriels", "mail", "email", "e-mail", "adresse mail", "adresse electronique", "contact:email", "courriel contact", "adresse email", "bf mail", "contact mail", "mel", "mail contact"],
        ["website"] = ["site web", "site internet", "site", "web", "url", "website", "contact:website", "site inter", "siteweb", "lien", "bf site internet", "adresse internet", "page web", "lien site web", "url site"],
        ["summary"] = ["presentation resume", "resume", "short description", "accroche", "chapeau"],
        ["description"] = ["presentation detail", "presentation", "descriptif", "presentation de la structure", "description du lieu", "bf description", "commentaire", "commentaires", "observations", "remarques"],
        ["acceslibre"] = ["fiche acces libre", "accessibilite lieu", "url acceslibre", "lien acceslibre"],
        ["access"] = ["accessibilite", "accessibilite pmr", "acces pmr", "handicap", "wheelchair", "accessible pmr"],
        ["latitude"] = ["lat", "latitude wgs84", "y wgs84", "lat wgs84", "coordonnee y", GeoTableLatitude, "coord y", "y", "bf latitude", "geo latitude", "ylat", "latitude gps", "coordonnees y"],
        ["longitude"] = ["lon", "lng", "long", "longitude wgs84", "x wgs84", "lon wgs84", "coordonnee x", GeoTableLongitude, "coord x", "x", "bf longitude", "geo longitude", "xlong", "longitude gps", "coordonnees x"],
        [Point] = ["geo point 2d", "geo point", "geopoint", "coordonnees", "coordonnees gps", "gps", "latlon", "lat lon", "geolocalisation", "coordonnees geographiques", "coordonneesxy", "geo", "localisation", "position", "latitude longitude"],
        [HouseNumber] = ["addr:housenumber", "numero voie", "num voie", "numero de voie", "n voie", "numero de rue"],
        [Street] = ["addr:street", "nom voie", "libelle voie", "nom de la voie", "nom de voie", "type et nom de voie"],
        ["siret"] = ["siret", "numero siret", "n siret", "code siret", "siret structure", "pivot", "num siret", "siret de la structure"],
        ["rna"] = ["rna", "numero rna", "n rna", "code rna"],
        ["itinerant"] = ["itinerance", "itinerant", "lieu itinerant"],
        ["cost"] = ["frais a charge", "frais", "tarif", "tarifs", "gratuite", "cout", "gratuit", "prix", "fee"],
        ["cost-note"] = ["frais precisions", "details tarifs", "precisions tarifaires"],
        ["conditions"] = ["conditions acces", "condition acces", "conditions d acces", "modalites acces", "modalites d acces", "prise rdv"],
        ["audiences"] = ["publics", "public", "publics accueillis", "publics specifiquement adresses", "public accueilli", "publics cibles", "public vise", "public cible", "types de publics"],
        ["fields"] = ["thematiques", "thematique", "themes", "theme", "domaines"],
        ["offers"] = ["services", "equipements", "activites", "offre", "prestations", "services proposes", "modalites accompagnement", "labels nationaux", "dispositif programmes nationaux", "accompagnements proposes", "offres", "materiel", "services et equipements", "nature des accompagnements"],
        ["capacity"] = ["capacite", "capacite accueil", "nombre de places", "places"],
        ["nearest-stop"] = ["arret", "arret de bus", "transport", "transports", "arret le plus proche", "transports en commun", "desserte"],
        ["how-to-come"] = ["acces transports", "venir", "comment venir", "itineraire"],
        [Updated] = ["date maj", "date de mise a jour", "derniere maj", "mise a jour", "date mise a jour", "updated at", "modified", "maj", "date de modification", "last update", "datetime latest", "date de derniere mise a jour", "survey:date", "check date"],
    };

    // Open data also say when they last looked at a record; it is read, and shown as the date of the source's word.
    public const string Updated = "updated";
    private const string GeoTableIdentifier = "feature.id";
    private const string GeoTableLatitude = "geometry.latitude";
    private const string GeoTableLongitude = "geometry.longitude";

    /// <summary>Several columns may say these together.</summary>
    public static readonly IReadOnlySet<string> Several = new HashSet<string> { "offers", "description", "conditions", "audiences", "access", "fields", "ties", AddressMore, "how-to-come", "hours-note", "cost-note" };

    /// <summary>What a column may be told to say, in the order in which it is offered.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        .. OccasionField.For(OccasionKind.Place).Select(f => f.Key), "id", "kind", "commune-code", "codes", "siret", "rna", Point, HouseNumber, Street, AddressMore, Updated, .. Days.Select(d => DayPrefix + d),
    ];

    /// <summary>For each key, its label in both languages and the names it goes by; the surest first.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; } = Keys.ToDictionary(k => k, k => (IReadOnlyList<string>)[.. Labels(k), .. Others.GetValueOrDefault(k, [])]);

    private static readonly Dictionary<string, string> ByName = Aliases.SelectMany(a => a.Value.Prepend(a.Key).Select(n => (Name: TableHeaders.Key(n), a.Key)))
        .GroupBy(n => n.Name).ToDictionary(g => g.Key, g => g.First().Key);

    /// <summary>The key that this very name stands for; null when nobody uses it.</summary>
    public static string? Named(string header) => ByName.GetValueOrDefault(TableHeaders.Key(header)) ?? (DayOf(header) is { } day ? DayPrefix + day : null);

    /// <summary>« h_lundi », « Horaires mardi », « mercredi_matin »: the day of a column that tells the hours of one day, « Mo » to « Su ».</summary>
    public static string? DayOf(string header) => DayShape().Match(TableHeaders.Key(header)) is { Success: true } day ? Days[Array.IndexOf(French, day.Groups["day"].Value)] : null;

    /// <summary>What a key means, in words.</summary>
    public static string Label(string key) => OccasionField.Find(key) is not null ? Texts.Get($"occasions.field.{key}")
        : key.StartsWith(DayPrefix, StringComparison.Ordinal) && Days.Contains(key[DayPrefix.Length..]) ? Texts.Get("sources.key.day", System.Globalization.CultureInfo.CurrentUICulture.DateTimeFormat.DayNames[(Days.ToList().IndexOf(key[DayPrefix.Length..]) + 1) % 7])
        : Texts.Get($"sources.key.{key}");

    private static IEnumerable<string> Labels(string key) => OccasionField.Find(key) is null ? [] : [Texts.In("fr", $"occasions.field.{key}"), Texts.In("en", $"occasions.field.{key}")];

    [GeneratedRegex(@"\A(h|heures?|horaires?|ouverture|jours?)?(?<day>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(matin|midi|am|pm|apresmidi|aprem|soir|journee|[12])?\z")]
    private static partial Regex DayShape();
}
