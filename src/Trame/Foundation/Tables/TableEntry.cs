namespace Trame.Foundation.Tables;

/// <summary>What a line of a table gave: a <see cref="TableRow"/>, or a <see cref="RowError"/> after which reading goes on.</summary>
public abstract record TableEntry(int LineNumber)
{
    /// <summary>Which record of a JSON, from 1: such files are often one long line.</summary>
    public int? Element { get; init; }
}
