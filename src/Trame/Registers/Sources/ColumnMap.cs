namespace Trame.Registers.Sources;

/// <summary>How a list of places is read: a small file that can be shared and replayed on its next edition.</summary>
public sealed record ColumnMap
{
    /// <summary>A list known by its columns; null for one nobody prepared.</summary>
    public string? Format { get; init; }

    /// <summary>Who says so, shown beside each field.</summary>
    public string? Source { get; init; }

    /// <summary>What the identifiers of the list identify: « france-services », « data-inclusion ».</summary>
    public string? Scheme { get; init; }

    /// <summary>What kind of places they are where no column says it.</summary>
    public string? Type { get; init; }

    public string? Sheet { get; init; }

    public int? HeaderLine { get; init; }

    public IReadOnlyList<MappedColumn> Columns { get; init; } = [];

    /// <summary>What every row says, for want of a column.</summary>
    public IReadOnlyDictionary<string, string> Always { get; init; } = new Dictionary<string, string>();

    /// <summary>Their words for ours: field, then their word, then ours.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    public bool Says(string field) => Always.ContainsKey(field) || Columns.Any(c => c.Field == field);

    /// <summary>The same, with some columns told otherwise.</summary>
    public ColumnMap With(IReadOnlyDictionary<string, string> corrections) =>
        this with { Columns = [.. Columns.Select(c => corrections.TryGetValue(c.Column, out var field) && field != c.Field ? new MappedColumn(c.Column, field) : c)] };
}
