using Trame.Foundation.Tables;

namespace Trame.Registers.Sources;

/// <summary>What became of one row, or would become.</summary>
/// <param name="Rank">Line, or number of the record in a JSON.</param>
/// <param name="Key">What the row is recognised by when somebody decides about it: its identifier, else its name and its commune.</param>
public sealed record RowOutcome(int Rank, RowState State, Guid? PlaceId, string Name, string Key)
{
    /// <summary>The version of the place once it was taken.</summary>
    public int? Version { get; init; }

    public IReadOnlyList<FieldDifference> Differences { get; init; } = [];

    public IReadOnlyList<CellFault> Faults { get; init; } = [];

    /// <summary>The places it resembles, the likeliest first.</summary>
    public IReadOnlyList<Resemblance> Resembles { get; init; } = [];

    /// <summary>What is wrong, each with its line, its column and its remedy.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    /// <summary>What seems to speak of somebody (R4): told, not refused.</summary>
    public IReadOnlyList<string> Personal { get; init; } = [];

    public TableRow? Raw { get; init; }
}
