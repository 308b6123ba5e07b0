namespace Trame.Registers.Exports;

/// <summary>A column of a file, and what stands in it.</summary>
/// <param name="Name">As the file names it.</param>
public sealed record ExportColumn(string Name, CellShape Shape = CellShape.Text);
