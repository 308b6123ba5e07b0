namespace Trame.Registers.Sources;

/// <summary>What one column of a file says of a place.</summary>
/// <param name="Column">Its name in the file.</param>
/// <param name="Field">A key of <see cref="PlaceColumns"/>; empty when the column is left out.</param>
/// <param name="Sureness">From 0 to 1, of what was proposed; 1 once somebody said so.</param>
public sealed record MappedColumn(string Column, string Field, double Sureness = 1)
{
    /// <summary>Key of the text that says why it was proposed.</summary>
    public string Why { get; init; } = "sources.why.said";
}
