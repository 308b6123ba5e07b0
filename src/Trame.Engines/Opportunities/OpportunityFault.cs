namespace Trame.Engines.Opportunities;

/// <summary>What can be wrong in a file of needs and resources.</summary>
public enum OpportunityFault
{
    /// <summary>Not JSON; NaN and infinities are not.</summary>
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

    /// <summary>An id that is there already.</summary>
    RepeatedId,

    /// <summary>A kind, an area or a need that is nowhere in the file.</summary>
    UnknownWord,

    /// <summary>A slot that is not « mon 14-16 ».</summary>
    BadSlot,

    /// <summary>No slot at all.</summary>
    EmptySlots,

    /// <summary>More than 64 different groups.</summary>
    TooManyGroups,
}
