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

    /// <summary>Says another time of one date of another event: that date, as it was.</summary>
    public LocalDateTime? Replaces { get; init; }

    /// <summary>Says so of every date from that one on.</summary>
    public bool FromThenOn { get; init; }

    /// <summary>Of the file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Itself, with the dates that others replace taken out and theirs put in.</summary>
    public ICalendarEntry Moved(IEnumerable<ICalendarEntry> others)
    {
        var moved = others.Where(o => o.IsCancelled || o.Starts != o.Replaces).ToList();
        return this with { Recurrence = string.Join('\n', (string[])[.. Recurrence.Split('\n').Where(l => l.StartsWith("RRULE", StringComparison.Ordinal)), .. With("EXDATE", moved.Select(o => o.Replaces)), .. With("RDATE", moved.Where(o => !o.IsCancelled).Select(o => o.Starts))]) };
    }

    private string[] With(string name, IEnumerable<LocalDateTime?> more)
    {
        var said = Recurrence.Split('\n').Where(l => l.StartsWith($"{name}:", StringComparison.Ordinal)).SelectMany(l => l[(name.Length + 1)..].Split(','));
        var dates = string.Join(',', said.Concat(more.OfType<LocalDateTime>().Select(RuleDates.Print)).Distinct().Order(StringComparer.Ordinal));
        return dates.Length > 0 ? [$"{name}:{dates}"] : [];
    }
}
