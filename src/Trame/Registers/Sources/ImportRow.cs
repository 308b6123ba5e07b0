namespace Trame.Registers.Sources;

/// <summary>What became of one row of an import, for those that did or would do something.</summary>
public sealed class ImportRow
{
    private ImportRow() { }

    internal ImportRow(Guid importId, int number, RowOutcome outcome, IReadOnlyList<string> cells)
    {
        (ImportId, Number, State, PlaceId, Name, Key) = (importId, number, outcome.State, outcome.PlaceId, Short(outcome.Name), Short(outcome.Key));
        Details = new RowDetails(outcome.Rank, outcome.Differences, outcome.Faults, outcome.Sentences, outcome.Resembles, outcome.State == RowState.Refused ? cells : [], outcome.Personal);
    }

    public Guid ImportId { get; private set; }
    public int Number { get; private set; }
    public RowState State { get; private set; }
    public Guid? PlaceId { get; private set; }
    public string Name { get; private set; } = "";
    public string Key { get; private set; } = "";
    public RowDetails Details { get; private set; } = RowDetails.None;

    /// <summary>The version of the place once this row was taken: what came later is somebody else's.</summary>
    public int? TakenVersion { get; internal set; }

    private static string Short(string text) => text.Length > 300 ? text[..300] : text;
}
