using Trame.Foundation.Tables;

namespace Trame.Registers.Sources;

/// <summary>Lists of places known by their columns, whatever file carries them.</summary>
internal static class KnownFormats
{
    /// <summary>Our own export: its cells are already as the fields write them.</summary>
    public const string Trame = "trame";

    public const string Hsds = "hsds-3";

    /// <summary>Services of data·inclusion, that a structure has several of.</summary>
    public const string Services = "data-inclusion-services-1";

    /// <param name="Needed">All of these.</param>
    /// <param name="Some">And at least two of these.</param>
    /// <param name="Fields">Where our usual reading of a name would be wrong.</param>
    private sealed record Known(string Key, string? Scheme, string? Type, string[] Needed, string[] Some, Dictionary<string, string> Fields);

    private static readonly Known[] All =
    [
        new(Trame, null, null, ["id", "kind", "name", "commune-code"], ["status", "verified-at", "codes"], new() { ["status"] = "", ["source"] = "", ["source-at"] = "", ["verified-at"] = "" }),
        new(Hsds, "hsds", null, ["hsds_id", "hsds_name"], ["hsds_services"], new()
        {
            ["hsds_id"] = "id", ["hsds_name"] = "name", ["hsds_description"] = "description", ["hsds_url"] = "website", ["hsds_email"] = "email", ["hsds_phone"] = "phone", ["hsds_address"] = "address", ["hsds_city"] = "territory", ["hsds_postal_code"] = "postal-code", ["hsds_latitude"] = "latitude", ["hsds_longitude"] = "longitude",
            ["hsds_hours"] = "hours", ["hsds_hours_note"] = "hours-note", ["hsds_conditions"] = "conditions", ["hsds_fees"] = "cost", ["hsds_audiences"] = "audiences", ["hsds_transportation"] = "how-to-come", ["hsds_siret"] = "siret", ["hsds_services"] = "offers",
        }),
        new(Services, "data-inclusion", null, ["structure_id", "nom", "source"], ["thematiques", "modes_accueil", "frais", "publics", "modes_mobilisation", "zone_eligibilite"],
            new() { ["id"] = "", ["structure_id"] = "id", ["source"] = "", ["nom"] = "name", ["contact_nom_prenom"] = "", ["type"] = "offers", ["lien_source"] = "", ["zone_eligibilite"] = "", ["modes_accueil"] = "", ["modes_mobilisation"] = "", ["mobilisable_par"] = "", ["mobilisation_precisions"] = "conditions", ["lien_mobilisation"] = "" }),
        new("data-inclusion-structures-1", "data-inclusion", null, ["id", "nom", "source"], ["reseaux_porteurs", "accessibilite_lieu", "horaires_accueil", "lien_source"],
            new() { ["source"] = "", ["lien_source"] = "", ["reseaux_porteurs"] = "type" }),
        new("mediation-numerique-1", null, "resource-centre", ["id", "nom", "adresse"], ["pivot", "typologie", "modalites_accompagnement", "frais_a_charge", "publics_specifiquement_adresses", "presentation_resume", "structure_parente", "cle_ban"],
            new() { ["source"] = "", ["structure_parente"] = "", ["prise_rdv"] = "conditions", ["formations_labels"] = "", ["autres_formations_labels"] = "", ["prise_en_charge_specifique"] = "audiences", ["cle_ban"] = "", ["modalites_accompagnement"] = "", ["labels_nationaux"] = "", ["dispositif_programmes_nationaux"] = "", ["labels_autres"] = "" }),
        new("france-services", "france-services", "france-services", ["id_fs", "lib_fs"], ["h_lundi", "format_fs", "labellisation_fs"],
            new() { ["format_fs"] = "itinerant", ["type_fs"] = "", ["groupe_fs"] = "", ["labellisation_fs"] = "", ["commentaire"] = "hours-note", ["prise_rdv"] = "" }),
        new("tiers-lieux-cget", "tiers-lieux-cget", "third-place", ["nom_tl"], ["typo", "cominit", "nomcom", "inseecom"],
            new() { ["id"] = "id", ["typo"] = "", ["contact"] = "", ["cominit"] = "", ["nomcom"] = "territory", ["geocod"] = "", ["twitter"] = "", ["facebook"] = "" }),
    ];

    /// <summary>The list's key, the scheme of its identifiers, what kind of places it lists, and what it says otherwise than usual.</summary>
    public static (string Key, string? Scheme, string? Type, IReadOnlyDictionary<string, string> Fields)? Of(IReadOnlyCollection<string> headers)
    {
        var keys = headers.Select(TableHeaders.Key).ToHashSet(StringComparer.Ordinal);
        return All.FirstOrDefault(k => k.Needed.All(n => keys.Contains(TableHeaders.Key(n))) && k.Some.Count(n => keys.Contains(TableHeaders.Key(n))) >= (k.Needed.Length > 1 && k.Key.StartsWith("data", StringComparison.Ordinal) ? 2 : 1)) is not { } known
            ? null : (known.Key, known.Scheme, known.Type, known.Fields.ToDictionary(f => TableHeaders.Key(f.Key), f => f.Value));
    }
}
