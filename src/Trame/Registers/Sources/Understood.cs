using Trame.Foundation.Tables;

namespace Trame.Registers.Sources;

/// <summary>What was understood of a file before anything is done with it.</summary>
/// <param name="Sample">Its first rows, as it holds them.</param>
public sealed record Understood(TableFormat Format, IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Sample, ColumnMap Map);
