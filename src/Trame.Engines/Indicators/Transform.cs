namespace Trame.Engines.Indicators;

/// <summary>What is done to a value before anything else.</summary>
public enum Transform
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Natural logarithm; the value must be positive.</summary>
    Log,

    /// <summary>ln(1 + x); the value must be above −1.</summary>
    Log1p,

    /// <summary>Square root; the value must not be negative.</summary>
    Sqrt,
}
