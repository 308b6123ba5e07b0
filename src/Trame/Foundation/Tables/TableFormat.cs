namespace Trame.Foundation.Tables;

/// <summary>How a table is written, as it was found out: an import shows it so that a wrong guess can be seen.</summary>
/// <param name="Separator">Between the cells of a text; NUL where the format has none.</param>
/// <param name="HeaderLine">Line of the titles; 0 where each record names its own values.</param>
public sealed record TableFormat(string Encoding, char Separator, int HeaderLine)
{
    public TableKind Kind { get; init; } = TableKind.Csv;

    /// <summary>Which sheet of a workbook.</summary>
    public string? Sheet { get; init; }
}
