namespace Trame.Engines.Mixing.Spatial;

/// <summary>An area and its neighbours, above or below the mean (Anselin 1995).</summary>
public enum MoranQuadrant
{
    /// <summary>Above the mean among neighbours above.</summary>
    HighHigh,

    /// <summary>Below among below.</summary>
    LowLow,

    /// <summary>Above among below.</summary>
    HighLow,

    /// <summary>Below among above.</summary>
    LowHigh,
}
