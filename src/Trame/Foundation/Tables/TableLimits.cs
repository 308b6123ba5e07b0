namespace Trame.Foundation.Tables;

/// <summary>How much one row may hold. A file has no limit: it is never held whole.</summary>
public static class TableLimits
{
    public const int Columns = 1_000;

    /// <summary>Characters in one cell.</summary>
    public const int Cell = 1 << 20;

    /// <summary>Characters in one row.</summary>
    public const int Row = 4 << 20;

    /// <summary>Lines that one row may span through line breaks in its cells; beyond, a quotation mark was left open.</summary>
    public const int LinesOfRow = 2_000;

    public const int HeaderSearch = 10;
}
