namespace Trame.Engines.Mixing.Spatial;

/// <summary>How neighbours weigh.</summary>
public enum WeightStyle
{
    /// <summary>W: each area's neighbours sum to 1.</summary>
    RowStandardised,

    /// <summary>B: each neighbour weighs 1.</summary>
    Binary,
}
