using System.Globalization;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>Every field under its own key, as « import places » reads it back field for field.</summary>
internal sealed class RegisterLayout : RowLayout
{
    private static readonly HashSet<string> Numbers = ["latitude", "longitude", "duration", "capacity"];

    public override IReadOnlyList<ExportColumn> Columns { get; } =
    [
        new("id"), new("kind"), .. OccasionField.All.Select(f => new ExportColumn(f.Key, Numbers.Contains(f.Key) ? CellShape.Number : CellShape.Text)),
        new("commune-code"), new("status"), new("source"), new("source-at"), new("verified-at"), new("codes"),
    ];

    public override bool Fill(PublicRecord record, ExportContext context, RowCells cells, ExportTally tally)
    {
        var o = record.Said;
        cells.Put("id", o.Id.ToString());
        cells.Put("kind", record.Kind);
        foreach (var field in OccasionField.All) cells.Put(field.Key, record.Read(field));
        cells.Put("commune-code", record.Insee.Length > 0 ? record.Insee : record.Commune?.Code);
        cells.Put("status", EnumWords.Write(o.Status));
        cells.Put("source", o.Source);
        cells.Put("source-at", InstantPattern.General.Format(o.SourceAt));
        cells.Put("verified-at", o.VerifiedAt is { } at ? InstantPattern.General.Format(at) : "");
        cells.Put("codes", string.Join(' ', o.Codes.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}:{c.Value}"))));
        tally.Unsay("exports.unsaid.words", o.Sources.Exists(s => !s.Shown && s.Value.Length > 0));
        tally.Unsay("exports.unsaid.photos", o.Photos.Count > 0);
        return true;
    }
}
