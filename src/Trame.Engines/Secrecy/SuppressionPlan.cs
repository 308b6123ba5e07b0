namespace Trame.Engines.Secrecy;

/// <summary>A protected pattern of suppressed cells.</summary>
public sealed record SuppressionPlan
{
    /// <summary>Sensitive cells, in increasing order.</summary>
    public required IReadOnlyList<int> Primary { get; init; }

    /// <summary>Cells hidden only so that the first cannot be computed, in increasing order.</summary>
    public required IReadOnlyList<int> Secondary { get; init; }

    /// <summary>Σ over <see cref="Secondary"/>: their number or their figures.</summary>
    public required double Cost { get; init; }

    /// <summary>No protected pattern costs less than this.</summary>
    public required double Bound { get; init; }

    /// <summary>Whether <see cref="Cost"/> is proved least.</summary>
    public required bool Optimal { get; init; }

    /// <summary>Sensitive cells that no suppression can protect (their margins are all there is): every cell of theirs is hidden and they are still known.</summary>
    public required IReadOnlyList<int> Unprotected { get; init; }
}
