namespace Trame.Engines.Indicators;

/// <summary>What becomes of a value that is not there.</summary>
public enum MissingRule
{
    /// <summary>The unit has no score: « not measurable » is a result.</summary>
    Drop,

    /// <summary>The others count for more, when enough of the weight is there; otherwise the unit has no score.</summary>
    Available,

    /// <summary>The mean of the units that have it.</summary>
    Mean,

    /// <summary>Their median.</summary>
    Median,

    /// <summary>The mean of those under the same parent (a canton, an intercommunality), weighted by population when it is given; the unit has no score when none has it.</summary>
    Parent,
}
