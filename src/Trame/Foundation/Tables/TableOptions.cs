namespace Trame.Foundation.Tables;

/// <summary>What is already known of a table before it is opened. Everything else is found out.</summary>
public sealed record TableOptions
{
    /// <summary>For each column the importer knows, the other names it goes by. They also help to find the header line under a title.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public char? Separator { get; init; }

    /// <summary>Line of the header, the first is 1; null to look for it in the first ten lines.</summary>
    public int? HeaderLine { get; init; }
}
