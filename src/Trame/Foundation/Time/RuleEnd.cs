using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>UNTIL: the last moment, included. A date alone holds its whole day; Utc when it was written with a Z, otherwise local time.</summary>
public sealed record RuleEnd(LocalDateTime At, bool WholeDay, bool Utc)
{
    public static RuleEnd After(LocalDate lastDay) => new(lastDay.AtMidnight(), WholeDay: true, Utc: false);

    /// <summary>The last local time that still belongs to the rule.</summary>
    public LocalDateTime In(DateTimeZone zone) =>
        WholeDay ? At.Date.At(LocalTime.MaxValue) : Utc && HasHoursAround ? At.InUtc().WithZone(zone).LocalDateTime : At;

    /// <summary>The same moment, written in UTC.</summary>
    internal RuleEnd InUtc(DateTimeZone zone) =>
        new(HasHoursAround ? In(zone).InZoneLeniently(zone).WithZone(DateTimeZone.Utc).LocalDateTime : In(zone), WholeDay: false, Utc: true);

    private bool HasHoursAround => At.Year < 9999; // the calendar ends with that year: no zone can shift "for ever"
}
