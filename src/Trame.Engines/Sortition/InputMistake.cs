namespace Trame.Engines.Sortition;

/// <summary>What can be wrong in the two files of a draw.</summary>
public enum InputMistake
{
    /// <summary>The file has no header line.</summary>
    Empty,

    /// <summary>Bytes that are not text.</summary>
    NotText,

    /// <summary>A quote opens and never closes.</summary>
    OpenQuote,

    /// <summary>A column that is needed is not in the header; the detail says which.</summary>
    NoColumn,

    /// <summary>A column comes twice in the header.</summary>
    ColumnTwice,

    /// <summary>A line has more or fewer cells than the header; the detail says how many.</summary>
    Cells,

    /// <summary>A cell must be a whole number of 0 or more.</summary>
    NoNumber,

    /// <summary>A minimum is above its maximum.</summary>
    MinAboveMax,

    /// <summary>Flexible bounds are not around the bounds.</summary>
    FlexInside,

    /// <summary>A cell must not be empty.</summary>
    Blank,

    /// <summary>A quota is given twice.</summary>
    QuotaTwice,

    /// <summary>A value of a person has no quota in the file of categories.</summary>
    UnknownValue,

    /// <summary>Two people have the same identifier.</summary>
    IdTwice,

    /// <summary>The file has a header and nothing else.</summary>
    NoRow,

    /// <summary>More seats than people; the detail says how many people.</summary>
    TooFewPeople,

    /// <summary>Someone already selected is not in the pool.</summary>
    UnknownPerson,

    /// <summary>More people are already selected than there are seats, or one of them twice.</summary>
    TooManySelected,

    /// <summary>Quotas by intersection only: a category needs a quota for each of its values first.</summary>
    NoPlainQuota,
}
