namespace Trame.Engines.Optimization;

/// <summary>What a step of <see cref="Presolve"/> took out.</summary>
internal enum PresolveKind
{
    /// <summary>A row that holds whatever happens.</summary>
    IdleRow,

    /// <summary>A row that is a bound of one column.</summary>
    BoundRow,

    /// <summary>A column held at a value.</summary>
    HeldColumn,

    /// <summary>A free column of one row, with its row.</summary>
    FreeColumn,

    /// <summary>A column without cost of one equality.</summary>
    SlackColumn,
}
