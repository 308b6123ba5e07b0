namespace Trame.Registers.Sources;

/// <summary>What a page shows of a row.</summary>
/// <param name="Cells">The row as the file holds it, where it was refused: it is given back with the reasons.</param>
public sealed record RowDetails(int Rank, IReadOnlyList<FieldDifference> Differences, IReadOnlyList<CellFault> Faults, IReadOnlyList<string> Sentences, IReadOnlyList<Resemblance> Resembles, IReadOnlyList<string> Cells, IReadOnlyList<string> Personal)
{
    public static readonly RowDetails None = new(0, [], [], [], [], [], []);
}
