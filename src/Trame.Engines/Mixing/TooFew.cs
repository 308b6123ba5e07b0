namespace Trame.Engines.Mixing;

/// <summary>What there is too little of to measure.</summary>
public enum TooFew
{
    /// <summary>Moments open to all where at least two people were.</summary>
    Moments,

    /// <summary>Groups with enough people.</summary>
    Groups,

    /// <summary>People of the group.</summary>
    People,
}
