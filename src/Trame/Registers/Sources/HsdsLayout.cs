using System.Text.Json;
using Trame.Registers.Exports;

namespace Trame.Registers.Sources;

/// <summary>What our own HSDS file says of a place, as the rows that an import reads it back by.</summary>
internal sealed class HsdsLayout : RowLayout
{
    private static readonly OpenFormat Format = OpenFormats.Find("hsds")!; // one of ours

    public override IReadOnlyList<ExportColumn> Columns { get; } = [.. HsdsRecords.Columns.Select(c => new ExportColumn(c))];

    public override bool Fill(PublicRecord record, ExportContext context, RowCells cells, ExportTally tally)
    {
        using var file = new MemoryStream();
        using (var writer = Format.Open(file, context, tally)) writer.Write(record);
        using var document = JsonDocument.Parse(file.ToArray());
        if (HsdsRecords.Of(document.RootElement).FirstOrDefault() is not { } row) return false;
        foreach (var column in HsdsRecords.Columns) cells.Put(column, row.GetValueOrDefault(column, ""));
        return true;
    }
}
