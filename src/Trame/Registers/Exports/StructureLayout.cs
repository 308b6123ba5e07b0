using NodaTime.Text;

namespace Trame.Registers.Exports;

/// <summary>A place as a structure of data·inclusion 1.0.8.</summary>
internal sealed class StructureLayout : RowLayout
{
    public override IReadOnlyList<ExportColumn> Columns { get; } =
        [new("source"), new("id"), new("nom"), new("date_maj"), new("description"), new("lien_source"), new("siret"), .. InclusionWords.Where, new("site_web"), new("accessibilite_lieu"), new("reseaux_porteurs", CellShape.List)];

    public override bool Fill(PublicRecord record, ExportContext context, RowCells cells, ExportTally tally)
    {
        if (!InclusionWords.Fits(record, tally)) return false;
        var o = record.Said;
        var siret = o.Codes.GetValueOrDefault("siret", "");
        cells.Put("source", context.Publisher);
        cells.Put("id", context.Id(o));
        cells.Put("nom", o.Name);
        cells.Put("date_maj", LocalDatePattern.Iso.Format(context.Updated(o)));
        cells.Put("description", InclusionWords.Text(o.Description, o.Summary));
        cells.Put("lien_source", context.Link(o));
        cells.Put("siret", siret);
        InclusionWords.Put(record, cells, tally);
        cells.Put("site_web", StandardWords.Url(o.Website));
        cells.Put("accessibilite_lieu", StandardWords.Url(o.AcceslibreUrl));
        cells.Put("reseaux_porteurs", StandardWords.Networks.GetValueOrDefault(o.Type));
        tally.Unsay("exports.unsaid.siret", siret.Length == 0);
        tally.Unsay("exports.unsaid.rna", o.Codes.ContainsKey("rna"));
        tally.Unsay("exports.unsaid.carrier", record.Carrier is not null);
        return true;
    }
}
