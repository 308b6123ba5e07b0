namespace Trame.Registers.Exports;

/// <summary>A record as one row: the columns of a format and how each is filled. The same rows become CSV, a workbook, JSON or GeoJSON, and tell an import what of a row we said ourselves.</summary>
public abstract class RowLayout
{
    public abstract IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>Fills one cell for each column, in their order; empty where there is nothing to say.</summary>
    /// <returns>False when the format cannot hold this record: the tally says why.</returns>
    public abstract bool Fill(PublicRecord record, ExportContext context, RowCells cells, ExportTally tally);
}
