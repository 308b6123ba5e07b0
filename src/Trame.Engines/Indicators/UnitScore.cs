namespace Trame.Engines.Indicators;

/// <summary>A unit's score and where it comes from.</summary>
public sealed record UnitScore
{
    /// <summary>The score; null: not measurable with what the unit has.</summary>
    public double? Score { get; init; }

    /// <summary>1 for the highest; units with the same score share the best rank of theirs.</summary>
    public int? Rank { get; init; }

    /// <summary>Class from 1 for the lowest; null when none is asked.</summary>
    public int? Class { get; init; }

    /// <summary>Score of each group; null where nothing was there.</summary>
    public IReadOnlyList<double?> Groups { get; init; } = [];

    /// <summary>Normalised value of each indicator, more being more of the index; null when it does not count or is missing.</summary>
    public IReadOnlyList<double?> Normalised { get; init; } = [];

    /// <summary>What each indicator adds to or takes from the mean score of all units: they add up to the gap. Null when the way of putting together does not allow it, or a value is missing.</summary>
    public IReadOnlyList<double>? Gaps { get; init; }

    /// <summary>Indicators that count and that this unit does not have.</summary>
    public IReadOnlyList<int> Missing { get; init; } = [];

    /// <summary>Those among them that were filled.</summary>
    public IReadOnlyList<int> Filled { get; init; } = [];
}
