namespace Trame.Foundation.Tables;

/// <summary>What a line of a table gave: a <see cref="TableRow"/>, or a <see cref="RowError"/> after which reading goes on.</summary>
public abstract record TableEntry(int LineNumber);
