namespace Trame.Registers.Sources;

/// <summary>How many rows of each kind, what was put right on the way, and what seems to speak of somebody.</summary>
public sealed class ImportTally
{
    private readonly Dictionary<RowState, int> _counts = [];
    private readonly Dictionary<string, int> _notes = [];

    public int this[RowState state] => _counts.GetValueOrDefault(state);

    public IReadOnlyDictionary<string, int> Notes => _notes;

    public IReadOnlyDictionary<RowState, int> Counts => _counts;

    internal void Count(RowState state, int rows = 1) => _counts[state] = this[state] + rows;

    internal void Note(string key) => _notes[key] = _notes.GetValueOrDefault(key) + 1;
}
