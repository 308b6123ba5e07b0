namespace Trame.Foundation.Tables;

/// <summary>Where the scan of one row stands; places count from the row's first character.</summary>
internal struct RowScan()
{
    public int At;
    public int FieldAt;
    public int Columns = 1;
    public int Lines;
    public bool Quoted;
    public bool Ended;

    /// <param name="line">Line where the row starts.</param>
    public readonly TableProblem? TooLong(int line)
    {
        var isTooLong = At > TableLimits.Row || At - FieldAt > TableLimits.Cell || Lines > TableLimits.LinesOfRow;
        if (!isTooLong) return null;
        if (Lines > 0) return new("tables.row.open-quote", line); // nobody writes a cell of two thousand lines: a mark was not closed
        return At > TableLimits.Row ? new("tables.row.too-long") : new("tables.cell.too-long");
    }
}
