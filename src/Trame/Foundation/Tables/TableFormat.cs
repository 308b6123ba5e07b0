namespace Trame.Foundation.Tables;

/// <summary>How a table is written, as it was found out: an import shows it so that a wrong guess can be seen.</summary>
public sealed record TableFormat(string Encoding, char Separator, int HeaderLine);
