namespace Trame.Deliberate.Rooms;

/// <summary>The words and numbers of one event; each kind uses a few.</summary>
public sealed record RoomSay
{
    public static readonly RoomSay Nothing = new();

    public string? Text { get; init; }

    /// <summary>-100 disagree … 100 agree; null in doubt.</summary>
    public int? Position { get; init; }

    /// <summary>The argument, by the number of its event, that caused a move; null when it is one's own.</summary>
    public long? Cause { get; init; }
    public int? Side { get; init; }

    /// <summary>People in each of the five zones, then in doubt.</summary>
    public int[]? Counts { get; init; }

    /// <summary>What kind of note, or how people were counted, or why it ended.</summary>
    public string? What { get; init; }
    public bool? Swapped { get; init; }
    public int? Turn { get; init; }

    /// <summary>The arguments each side keeps as its most solid.</summary>
    public long[]? Kept { get; init; }
}
