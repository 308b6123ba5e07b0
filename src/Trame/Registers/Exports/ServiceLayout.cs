using NodaTime.Text;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>What a place offers, as a service of data·inclusion 1.0.8. A place that says nothing of what is done there has none.</summary>
internal sealed class ServiceLayout : RowLayout
{
    public override IReadOnlyList<ExportColumn> Columns { get; } =
    [
        new("source"), new("structure_id"), new("id"), new("nom"), new("description"), new("date_maj"), new("lien_source"), new("type"), new("thematiques", CellShape.List), new("frais"), new("frais_precisions"),
        new("publics", CellShape.List), new("publics_precisions"), new("conditions_acces"), .. InclusionWords.Where, new("modes_accueil", CellShape.List), new("zone_eligibilite", CellShape.List), new("contact_nom_prenom"),
        new("lien_mobilisation"), new("modes_mobilisation", CellShape.List), new("mobilisable_par", CellShape.List), new("mobilisation_precisions"), new("volume_horaire_hebdomadaire", CellShape.Number), new("nombre_semaines", CellShape.Number),
    ];

    public override bool Fill(PublicRecord record, ExportContext context, RowCells cells, ExportTally tally)
    {
        if (!InclusionWords.Fits(record, tally)) return false;
        var o = record.Said;
        var description = InclusionWords.Text(o.Offers, o.Description, o.Summary);
        if (description.Length == 0) return tally.LeaveOut("exports.left.no-description");
        cells.Put("source", context.Publisher);
        cells.Put("structure_id", context.Id(o));
        cells.Put("id", context.Id(o));
        cells.Put("nom", o.Name);
        cells.Put("description", description);
        cells.Put("date_maj", LocalDatePattern.Iso.Format(context.Updated(o)));
        cells.Put("lien_source", context.Link(o));
        cells.Put("type", ""); // accompaniment, workshop, training…: no field of ours says it
        Themes(o, cells, tally);
        Cost(o, cells, tally);
        Publics(o, cells, tally);
        cells.Put("conditions_acces", o.Conditions);
        InclusionWords.Put(record, cells, tally);
        cells.Put("modes_accueil", "en-presentiel"); // it is a place
        foreach (var column in (string[])["zone_eligibilite", "contact_nom_prenom", "lien_mobilisation"]) cells.Put(column, ""); // nobody says; and a file names no person
        Ways(o, cells);
        foreach (var column in (string[])["mobilisation_precisions", "volume_horaire_hebdomadaire", "nombre_semaines"]) cells.Put(column, "");
        return true;
    }

    private static void Themes(Occasion o, RowCells cells, ExportTally tally)
    {
        var (themes, lost) = StandardWords.Of(o.Fields.Concat(o.Ties), StandardWords.Themes);
        cells.Put("thematiques", themes);
        tally.Unsay("exports.unsaid.themes", lost);
    }

    private static void Cost(Occasion o, RowCells cells, ExportTally tally)
    {
        cells.Put("frais", o.Cost switch { Occasions.Cost.Free => "gratuit", Occasions.Cost.Paid => "payant", _ => "" });
        cells.Put("frais_precisions", o.Cost == Occasions.Cost.PayWhatYouCan && o.CostNote.Length == 0 ? Texts.In("fr", "occasions.cost.pay-what-you-can") : o.CostNote);
        tally.Unsay("exports.unsaid.cost", o.Cost == Occasions.Cost.PayWhatYouCan);
    }

    private static void Publics(Occasion o, RowCells cells, ExportTally tally)
    {
        var isForAll = o.Audiences.Contains("everyone");
        var (publics, lost) = StandardWords.Of(isForAll ? [] : o.Audiences, StandardWords.Publics);
        cells.Put("publics", isForAll ? ["tous-publics"] : publics);
        cells.Put("publics_precisions", lost ? string.Join(", ", o.Audiences.Select(a => Texts.In("fr", $"occasions.audiences.{a}"))) : "");
        tally.Unsay("exports.unsaid.publics", lost);
    }

    private static void Ways(Occasion o, RowCells cells)
    {
        List<string> ways = [];
        if (StandardWords.Email(o).Length > 0) ways.Add("envoyer-un-courriel");
        if (o.Openness == Openness.Everyone) ways.Add("se-presenter");
        if (StandardWords.Dial(o).Length > 0) ways.Add("telephoner");
        cells.Put("modes_mobilisation", ways);
        cells.Put("mobilisable_par", o.Openness is Openness.Everyone or Openness.OnRegistration ? "usagers" : "");
    }
}
