namespace Trame.Engines.Secrecy;

/// <summary>Why a cell may not be shown by itself.</summary>
public enum PrimaryCause
{
    /// <summary>It may be shown.</summary>
    None,

    /// <summary>Fewer contributors than the threshold.</summary>
    Threshold,

    /// <summary>One contributor makes too large a share.</summary>
    Dominance,

    /// <summary>The second contributor could estimate the first too closely.</summary>
    PPercent,
}
