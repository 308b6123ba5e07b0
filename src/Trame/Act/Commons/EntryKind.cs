namespace Trame.Act.Commons;

/// <summary>A line of the notebook of a commons.</summary>
public enum EntryKind
{
    Decision,

    /// <summary>Something to look after, done or to do.</summary>
    Upkeep,

    /// <summary>Something broke, or went wrong between users.</summary>
    Incident,
}
