namespace Trame.Engines.Optimization;

/// <summary>Where a column, or the activity of a row, stands in a basis.</summary>
public enum VariableStatus : byte
{
    /// <summary>Held at its lower bound.</summary>
    AtLower,

    /// <summary>Held at its upper bound.</summary>
    AtUpper,

    /// <summary>Free and held at zero.</summary>
    AtZero,

    /// <summary>Given by the others.</summary>
    Basic,
}
