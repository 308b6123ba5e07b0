using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>An event of somebody's calendar, in the local time of who reads it.</summary>
/// <param name="Uid">Theirs; empty when they gave none.</param>
/// <param name="Starts">Null when the date cannot be read.</param>
public sealed record ICalendarEntry(string Uid, LocalDateTime? Starts, bool AllDay, string Summary)
{
    public string Description { get; init; } = "";
    public string Location { get; init; } = "";
    public string Link { get; init; } = "";
    public (double Latitude, double Longitude)? Point { get; init; }
    public int? Minutes { get; init; }

    /// <summary>Of what happens once and lasts several days.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>RRULE, EXDATE and RDATE lines, in the same local time; empty when it happens once.</summary>
    public string Recurrence { get; init; } = "";
    public bool IsCancelled { get; init; }

    /// <summary>Changes one time of another event.</summary>
    public bool IsOverride { get; init; }

    /// <summary>Of the file, from 1.</summary>
    public int Line { get; init; }
}
