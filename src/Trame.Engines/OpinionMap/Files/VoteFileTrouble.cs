namespace Trame.Engines.OpinionMap.Files;

/// <summary>What can be wrong in a file of votes or statements.</summary>
public enum VoteFileTrouble
{
    /// <summary>No line at all, or a header alone where votes are needed.</summary>
    Empty,

    /// <summary>Bytes that are not UTF-8 text. The reader recognises them by U+FFFF, with which whoever decodes the bytes replaces them, and by U+0000.</summary>
    NotUtf8,

    /// <summary>A needed column is not in the header; <see cref="VoteFileProblem.Found"/> names it.</summary>
    MissingColumn,

    /// <summary>Two columns bear the same name.</summary>
    RepeatedColumn,

    /// <summary>A line has more or fewer cells than the header.</summary>
    WrongCellCount,

    /// <summary>A quotation mark is opened and never closed.</summary>
    UnclosedQuote,

    /// <summary>A whole number was expected.</summary>
    NotANumber,

    /// <summary>A vote that is not -1, 0 or 1 (nor empty in the wide form).</summary>
    NotAVote,

    /// <summary>Two rows for the same person (wide form) or the same statement (statements).</summary>
    RepeatedRow,

    /// <summary>A moderation that is not -1, 0 or 1.</summary>
    NotAModeration,
}
