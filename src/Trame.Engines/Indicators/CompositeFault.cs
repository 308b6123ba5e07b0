namespace Trame.Engines.Indicators;

/// <summary>Why an index cannot be computed.</summary>
public enum CompositeFault
{
    /// <summary>Fewer than two units have enough values.</summary>
    TooFewUnits,

    /// <summary>An indicator (or a group) is the same everywhere: it tells nothing and has no scale.</summary>
    Constant,

    /// <summary>A negative value meets a geometric mean or data envelopment.</summary>
    Negative,

    /// <summary>A value that its transform cannot read (the logarithm of zero).</summary>
    OutsideTransform,

    /// <summary>No weight is left.</summary>
    NoWeight,

    /// <summary>A target stands on its floor.</summary>
    NoDistance,

    /// <summary>Numbers too large to be computed with.</summary>
    TooLarge,

    /// <summary>More units than this aggregation can compare: <see cref="CompositeProblem.Detail"/> says how many.</summary>
    TooManyUnits,
}
