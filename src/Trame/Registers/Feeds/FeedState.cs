namespace Trame.Registers.Feeds;

/// <summary>Where a calendar stands.</summary>
public enum FeedState
{
    /// <summary>Read, and shown; nothing of it is in the register.</summary>
    Read,

    /// <summary>Taken in once.</summary>
    Taken,

    /// <summary>Taken in, and read again every night.</summary>
    Followed,

    /// <summary>No longer followed; what it brought stays.</summary>
    Ended,

    /// <summary>What it brought was taken back.</summary>
    TakenBack,
}
