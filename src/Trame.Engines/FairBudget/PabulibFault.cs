namespace Trame.Engines.FairBudget;

/// <summary>What can be wrong with a Pabulib file.</summary>
public enum PabulibFault
{
    /// <summary>A section (META, PROJECTS or VOTES: the detail) is not there.</summary>
    MissingSection,

    /// <summary>A section (the detail) comes twice, or before the one it needs.</summary>
    MisplacedSection,

    /// <summary>Something stands before the first section.</summary>
    OutsideSections,

    /// <summary>The header of a section has no column of this name (the detail).</summary>
    MissingColumn,

    /// <summary>The header of a section names this column twice.</summary>
    RepeatedColumn,

    /// <summary>META has no value for this key.</summary>
    MissingKey,

    /// <summary>META gives this key twice.</summary>
    RepeatedKey,

    /// <summary>A row has fewer or more cells than its header (the detail: « 4/5 »).</summary>
    CellCount,

    /// <summary>A quotation mark opens here and is never closed.</summary>
    OpenQuote,

    /// <summary>Not a number that can be counted exactly (the detail: what is written).</summary>
    NotANumber,

    /// <summary>Below zero.</summary>
    Negative,

    /// <summary>Vote type unknown.</summary>
    UnknownVoteType,

    /// <summary>A project without id.</summary>
    NoId,

    /// <summary>Two projects with this id.</summary>
    RepeatedProject,

    /// <summary>Two voters with this id.</summary>
    RepeatedVoter,

    /// <summary>A ballot names a project that does not exist.</summary>
    UnknownProject,

    /// <summary>A ballot names this project twice.</summary>
    RepeatedChoice,

    /// <summary>A ballot gives more or fewer points than it names projects (the detail: « 3/2 »).</summary>
    PointCount,
}
