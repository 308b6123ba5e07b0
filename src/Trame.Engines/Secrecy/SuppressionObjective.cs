namespace Trame.Engines.Secrecy;

/// <summary>What secondary suppression should lose least of.</summary>
public enum SuppressionObjective
{
    /// <summary>The number of cells.</summary>
    Count,

    /// <summary>The sum of their figures.</summary>
    Value,
}
