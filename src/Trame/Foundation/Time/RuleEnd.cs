using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>UNTIL: the last moment, included. A date alone holds its whole day; Utc when it was written with a Z, otherwise local time.</summary>
public sealed record RuleEnd(LocalDateTime At, bool WholeDay, bool Utc)
{
    public static RuleEnd After(LocalDate lastDay) => new(lastDay.AtMidnight(), WholeDay: true, Utc: false);

    /// <summary>The last local time that still belongs to the rule.</summary>
    public LocalDateTime In(DateTimeZone zone) =>
        WholeDay ? At.Date.At(LocalTime.MaxValue) : Utc ? At.InUtc().WithZone(zone).LocalDateTime : At;
}
