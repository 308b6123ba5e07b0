namespace Trame.Engines.Secrecy;

/// <summary>What can be wrong with a table to protect.</summary>
public enum DisclosureFault
{
    /// <summary>Two rows say the same cell differently (linked tables may repeat a cell, not contradict it).</summary>
    Contradiction,

    /// <summary>The same table says a cell twice.</summary>
    RepeatedCell,

    /// <summary>A code that the hierarchy of its dimension does not know.</summary>
    UnknownCode,

    /// <summary>A count, a value or a largest contribution below zero, not finite, or larger than its total.</summary>
    OutOfRange,

    /// <summary>The margin above this cell is not in the table.</summary>
    MissingMargin,

    /// <summary>The cells under this margin do not add up to it.</summary>
    MarginMismatch,
}
