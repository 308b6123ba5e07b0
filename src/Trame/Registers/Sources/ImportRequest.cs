namespace Trame.Registers.Sources;

/// <summary>How a list of places is to be taken.</summary>
/// <param name="Source">Who says so, shown beside each field.</param>
/// <param name="Scheme">What the identifiers of the list identify (data-inclusion, france-services…); the source's own when null.</param>
/// <param name="Type">What kind of place they are where the file does not say.</param>
public sealed record ImportRequest(string Source, string? Scheme, string? Type, ColumnMap Map)
{
    /// <summary>The good rows come in even if others are wrong.</summary>
    public bool KeepGood { get; init; }

    /// <summary>The file is the whole list of its source: what it no longer names is marked.</summary>
    public bool Complete { get; init; }

    /// <summary>From this likeness on, a new row is taken for a place that is already there, without asking.</summary>
    public double SameAbove { get; init; } = Resemblance.Never;

    /// <summary>A row that resembles a place waits until somebody says; otherwise it comes in and is told.</summary>
    public bool HoldLikely { get; init; }

    /// <summary>What somebody decided, by the key of the row: this place, or none of them.</summary>
    public IReadOnlyDictionary<string, Guid?> Decisions { get; init; } = new Dictionary<string, Guid?>();
}
