using NodaTime.Text;
using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>A place of digital mediation as the national schema 1.0.2 writes it. It asks for a number of establishment or association, a street and a postal code: a place without them is left out and counted.</summary>
internal sealed class MediationLayout : RowLayout
{
    private static readonly string[] DigitalTypes = ["resource-centre", "france-services"];
    private static readonly string[] Prefixes = ["+33", "+590", "+594", "+262", "+596", "+269", "+687", "+689", "+508", "+681"];

    public override IReadOnlyList<ExportColumn> Columns { get; } =
    [
        new("id"), new("pivot"), new("nom"), new("commune"), new("code_postal"), new("code_insee"), new("adresse"), new("complement_adresse"), new("latitude", CellShape.Number), new("longitude", CellShape.Number), new("typologie", CellShape.List),
        new("telephone"), new("courriels", CellShape.List), new("site_web", CellShape.List), new("horaires"), new("presentation_resume"), new("presentation_detail"), new("source"), new("itinerance", CellShape.List), new("structure_parente"), new("date_maj"),
        new("services", CellShape.List), new("publics_specifiquement_adresses", CellShape.List), new("prise_en_charge_specifique", CellShape.List), new("frais_a_charge", CellShape.List), new("dispositif_programmes_nationaux", CellShape.List),
        new("formations_labels", CellShape.List), new("autres_formations_labels", CellShape.List), new("modalites_acces", CellShape.List), new("modalites_accompagnement", CellShape.List), new("fiche_acces_libre"), new("prise_rdv"),
    ];

    /// <summary>Whether it is a place of digital mediation, by what is said of it.</summary>
    private static bool IsDigital(Occasion o) => o.Fields.Contains("digital") || DigitalTypes.Contains(o.Type);

    public override bool Fill(PublicRecord record, ExportContext context, RowCells cells, ExportTally tally)
    {
        var o = record.Said;
        if (!IsDigital(o)) return tally.LeaveOut("exports.left.not-digital");
        if (record.IsBelgian) return tally.LeaveOut("exports.left.belgian");
        if (o.Status == OccasionStatus.Paused) return tally.LeaveOut("exports.left.paused");
        if (record.Pivot.Length == 0) return tally.LeaveOut("exports.left.no-pivot");
        if (o.Address.Length == 0 || !StandardWords.IsFrenchPostalCode(o.PostalCode)) return tally.LeaveOut("exports.left.no-address");
        cells.Put("id", o.Id.ToString());
        cells.Put("pivot", record.Pivot);
        cells.Put("nom", o.Name);
        cells.Put("commune", record.Commune?.Name);
        cells.Put("code_postal", o.PostalCode);
        cells.Put("code_insee", record.Insee);
        cells.Put("adresse", o.Address);
        cells.Put("complement_adresse", "");
        cells.Put("latitude", o.Longitude is null ? null : o.Latitude);
        cells.Put("longitude", o.Latitude is null ? null : o.Longitude);
        cells.Put("typologie", StandardWords.Typologies.GetValueOrDefault(o.Type));
        cells.Put("telephone", Phone(o, tally));
        cells.Put("courriels", StandardWords.Email(o));
        cells.Put("site_web", StandardWords.Url(o.Website));
        cells.Put("horaires", o.Hours);
        cells.Put("presentation_resume", o.Summary);
        cells.Put("presentation_detail", o.Description);
        cells.Put("source", context.Name);
        cells.Put("itinerance", o.Itinerant ? "Itinérant" : "");
        cells.Put("structure_parente", record.Carrier?.Name);
        cells.Put("date_maj", LocalDatePattern.Iso.Format(context.Updated(o)));
        Offer(o, cells, tally);
        cells.Put("fiche_acces_libre", StandardWords.Url(o.AcceslibreUrl));
        cells.Put("prise_rdv", "");
        tally.Unsay("exports.unsaid.stops", o.Stops.Count > 0);
        tally.Unsay("exports.unsaid.how-to-come", o.HowToCome.Length + o.NearestStop.Length > 0);
        return true;
    }

    private static string Phone(Occasion o, ExportTally tally)
    {
        var dial = StandardWords.Dial(o);
        var fits = Array.Exists(Prefixes, p => dial.StartsWith(p, StringComparison.Ordinal) && dial.Length - p.Length is >= 6 and <= 9);
        tally.Unsay("exports.unsaid.phone", dial.Length > 0 && !fits);
        return fits ? dial : "";
    }

    private static void Offer(Occasion o, RowCells cells, ExportTally tally)
    {
        var offers = o.Offers.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (publics, lost) = StandardWords.Of(o.Audiences.Where(a => a != "everyone"), StandardWords.MediationPublics);
        cells.Put("services", offers.Where(StandardWords.MediationServices.Contains).Distinct());
        cells.Put("publics_specifiquement_adresses", publics);
        cells.Put("prise_en_charge_specifique", o.Access.Contains("hearing-loop") || o.Access.Contains("sign-language") ? "Surdité" : "");
        cells.Put("frais_a_charge", o.Cost switch { Cost.Free => "Gratuit", Cost.Paid => "Payant", _ => "" });
        cells.Put("dispositif_programmes_nationaux", o.Type == "france-services" ? "France Services" : "");
        foreach (var column in (string[])["formations_labels", "autres_formations_labels", "modalites_acces", "modalites_accompagnement"]) cells.Put(column, "");
        tally.Unsay("exports.unsaid.offers", Array.Exists(offers, offer => !StandardWords.MediationServices.Contains(offer)));
        tally.Unsay("exports.unsaid.publics", lost);
        tally.Unsay("exports.unsaid.cost", o.Cost == Cost.PayWhatYouCan);
        tally.Unsay("exports.unsaid.access", o.Access.Count > 0);
    }
}
