namespace Trame.Engines.Opportunities;

/// <summary>The one element a bundle lacks.</summary>
public enum LackingPiece
{
    /// <summary>Nobody to lead it.</summary>
    Giver,

    /// <summary>No premises within reach that are free.</summary>
    Place,

    /// <summary>No equipment.</summary>
    Equipment,

    /// <summary>Too few people who receive.</summary>
    Receivers,
}
