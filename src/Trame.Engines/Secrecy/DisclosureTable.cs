namespace Trame.Engines.Secrecy;

/// <summary>A table with all its margins, or several linked tables at once, and the sums that a reader can write between its cells.</summary>
/// <remarks>
/// Linked tables are one set of cells over the union of their dimensions: a dimension that a table lacks stands at its total. A cell that two tables
/// share is then one cell, suppressed alike in both, and what one table tells about another is in the sums. A detail that is absent is a zero that
/// everyone knows, if its margin adds up without it; a margin none of whose details is published has no sum. O(cells × dimensions).
/// </remarks>
public sealed class DisclosureTable
{
    private DisclosureTable(IReadOnlyList<string> dimensions, IReadOnlyList<CodeHierarchy> hierarchies, IReadOnlyList<TableCell> cells, IReadOnlyList<IReadOnlyList<int>> sums) =>
        (Dimensions, Hierarchies, Cells, Sums) = (dimensions, hierarchies, cells, sums);

    /// <summary>Names of the dimensions.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>One per dimension, on the codes that the cells use.</summary>
    public IReadOnlyList<CodeHierarchy> Hierarchies { get; }

    /// <summary>Every cell once, in the order given.</summary>
    public IReadOnlyList<TableCell> Cells { get; }

    /// <summary>Each sum: the number of its margin, then the numbers of the cells that add up to it.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Sums { get; }

    /// <summary>Whether the figures to protect are values; otherwise they are the counts.</summary>
    public bool HasValues => Cells.Count > 0 && Cells[0].Value is not null;

    /// <summary>The figure that readers see: the value, or the count in a table of counts.</summary>
    public double Figure(int cell) => Cells[cell].Value ?? Cells[cell].Count;

    /// <summary>Reads and checks cells.</summary>
    /// <param name="dimensions">Names, at least one.</param>
    /// <param name="hierarchies">One per dimension; codes no cell uses are passed over.</param>
    /// <param name="tables">One list of cells per table; each cell has one code per dimension. Linked tables share cells.</param>
    /// <param name="relativeTolerance">A sum may miss its margin by this × margin + a thousandth of this × the largest figure (rounded figures).</param>
    /// <returns>The table, or the first problem; cells are numbered through all lists.</returns>
    /// <exception cref="ArgumentException">A cell has not one code per dimension, or some cells have a value and others not.</exception>
    public static DisclosureReading Of(IReadOnlyList<string> dimensions, IReadOnlyList<CodeHierarchy> hierarchies, IReadOnlyList<IReadOnlyList<TableCell>> tables, double relativeTolerance = 1e-6)
    {
        if (dimensions.Count == 0 || hierarchies.Count != dimensions.Count) throw new ArgumentException("one hierarchy per dimension, at least one dimension.", nameof(hierarchies));
        var scan = new CellScan(dimensions.Count, hierarchies);
        if (scan.Read(tables) is { } problem) return new(null, problem);
        var kept = hierarchies.Select((h, d) => h.Keep(scan.Cells.Select(c => c.Codes[d]).ToHashSet(StringComparer.Ordinal))).ToArray();
        var (sums, wrong) = new SumsOfCells(kept, scan.Cells, scan.Numbers, relativeTolerance).Find();
        if (wrong is not null) return new(null, wrong with { Cell = scan.Given[wrong.Cell] });
        return new(new DisclosureTable([.. dimensions], kept, scan.Cells, sums), null);
    }
}
