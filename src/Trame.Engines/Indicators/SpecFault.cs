namespace Trame.Engines.Indicators;

/// <summary>What can be wrong in the file of an index.</summary>
public enum SpecFault
{
    /// <summary>Not JSON.</summary>
    NotJson,

    /// <summary>Another type is expected here.</summary>
    WrongType,

    /// <summary>A field lacks.</summary>
    MissingField,

    /// <summary>A field nobody reads: a slip of the pen would pass in silence.</summary>
    UnknownField,

    /// <summary>A field is said twice.</summary>
    RepeatedField,

    /// <summary>A number outside its range.</summary>
    OutOfRange,

    /// <summary>A column, a group or a member that is there already.</summary>
    RepeatedName,

    /// <summary>A word that is not one of those expected.</summary>
    UnknownWord,

    /// <summary>A choice that has no meaning here.</summary>
    NotHere,

    /// <summary>An indicator with a direction that stands in no group.</summary>
    NoGroup,

    /// <summary>No indicator has a direction.</summary>
    NothingCounts,
}
