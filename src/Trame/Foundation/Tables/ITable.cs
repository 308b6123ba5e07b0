namespace Trame.Foundation.Tables;

/// <summary>A table of any format: named columns, rows read once from first to last, each with where it stands in the file.</summary>
public interface ITable : IDisposable
{
    TableHeaders Headers { get; }

    TableFormat Format { get; }

    /// <summary>The rows and the errors in the order of the file.</summary>
    IEnumerable<TableEntry> Entries();
}
