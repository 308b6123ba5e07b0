namespace Trame.Engines.Indicators;

/// <summary>How parts become a whole.</summary>
public enum Aggregation
{
    /// <summary>Weighted mean: a strength makes up for a weakness.</summary>
    Arithmetic,

    /// <summary>Weighted sum; weights are taken as they are.</summary>
    Sum,

    /// <summary>Weighted geometric mean: a weakness costs more than a strength gives; no negative value.</summary>
    Geometric,

    /// <summary>An order of the units that agrees with the most weight, pair by pair (Condorcet, Kemeny 1959, Young and Levenglick 1978): nothing makes up for anything.</summary>
    NonCompensatory,
}
