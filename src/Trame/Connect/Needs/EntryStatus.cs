namespace Trame.Connect.Needs;

/// <summary>Where a need or an offer stands.</summary>
public enum EntryStatus
{
    /// <summary>A neighbour is worried: a human relay goes and asks. Not a need yet, and never counted as one.</summary>
    Signal,
    Open,
    Answered,

    /// <summary>Somebody found something wrong with it: nobody is asked with it until a human has looked.</summary>
    Frozen,
    Withdrawn,
    Expired,
}
