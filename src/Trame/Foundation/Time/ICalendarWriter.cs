using System.Globalization;
using System.Text;
using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Writes events as an RFC 5545 calendar, one at a time: nothing is kept in memory but the zones already written.</summary>
/// <param name="stamp">DTSTAMP of every event: when the calendar was made.</param>
/// <param name="calendar">Holidays, for events that stop on them.</param>
/// <param name="name">Shown by calendar programs.</param>
/// <remarks>RRULE cannot say "not on public holidays": the dates left out in the two years after the stamp are written as EXDATE.
/// An event that the rule never holds in that time is not written.</remarks>
public sealed class ICalendarWriter(Instant stamp, HolidayCalendar calendar, string? name = null)
{
    private const int HolidayYears = 2;

    private readonly HashSet<string> _zones = new(StringComparer.Ordinal);
    private readonly LocalDate _today = stamp.InUtc().Date;

    /// <summary>UTF-8 without byte order mark; the stream stays open.</summary>
    public void Write(Stream stream, IEnumerable<CalendarEvent> events)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Write(writer, events);
    }

    public void Write(TextWriter writer, IEnumerable<CalendarEvent> events)
    {
        Begin(writer);
        foreach (var item in events) Add(writer, item);
        End(writer);
    }

    /// <summary>The beginning of a calendar; then each event, then the end, by who sends them as they come.</summary>
    public void Begin(TextWriter writer)
    {
        _zones.Clear();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Trame//Trame//FR", "CALSCALE:GREGORIAN"]) ICalendarText.WriteLine(writer, line);
        ICalendarText.WriteText(writer, "NAME", name);
        ICalendarText.WriteText(writer, "X-WR-CALNAME", name);
    }

    public static void End(TextWriter writer) => ICalendarText.WriteLine(writer, "END:VCALENDAR");

    public void Add(TextWriter writer, CalendarEvent item)
    {
        if (FirstTime(item.When) is not { } first) return;
        var zone = item.When.Zone;
        if (!item.AllDay && zone != DateTimeZone.Utc && _zones.Add(zone.Id)) ICalendarZone.Write(writer, zone, Math.Min(first.Year, _today.Year) - 1);

        ICalendarText.WriteLine(writer, "BEGIN:VEVENT");
        ICalendarText.WriteText(writer, "UID", item.Uid);
        ICalendarText.WriteLine(writer, "DTSTAMP:" + RuleDates.Print(stamp.InUtc().LocalDateTime) + "Z");
        if (item.Sequence > 0) ICalendarText.WriteLine(writer, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{item.Sequence}"));
        WriteTimes(writer, item, first);
        ICalendarText.WriteText(writer, "SUMMARY", item.Summary);
        ICalendarText.WriteText(writer, "DESCRIPTION", item.Description);
        ICalendarText.WriteText(writer, "LOCATION", item.Location);
        if (item.Point is var (latitude, longitude)) ICalendarText.WriteLine(writer, string.Create(CultureInfo.InvariantCulture, $"GEO:{latitude:0.######};{longitude:0.######}"));
        if (item.Link is { } link) ICalendarText.WriteLine(writer, "URL:" + link.AbsoluteUri);
        ICalendarText.WriteLine(writer, item.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        ICalendarText.WriteLine(writer, "END:VEVENT");
    }

    private void WriteTimes(TextWriter writer, CalendarEvent item, LocalDateTime first)
    {
        var when = item.When;
        string Print(IEnumerable<LocalDateTime> times) => item.AllDay ? Days(times) : Times(when.Zone, times);
        ICalendarText.WriteLine(writer, "DTSTART" + Print([first]));
        if (item.LastDay is { } last && last > first.Date) ICalendarText.WriteLine(writer, "DTEND" + Print([last.PlusDays(1).AtMidnight()])); // RFC 5545, 3.6.1: the end is not included
        else if (!item.AllDay && item.Length > Duration.Zero) ICalendarText.WriteLine(writer, "DURATION:" + Length(item.Length));
        if (when.Rule is { } rule) ICalendarText.WriteLine(writer, "RRULE:" + (item.AllDay ? rule.InDays(when.Zone) : rule.InICalendar(when.Zone)));
        if (when.Also.Count > 0) ICalendarText.WriteLine(writer, "RDATE" + Print(when.Also));
        var leftOut = LeftOut(when, first);
        if (leftOut.Count > 0) ICalendarText.WriteLine(writer, "EXDATE" + Print(leftOut));
    }

    /// <summary>DTSTART always counts as an occurrence in RFC 5545, so it must be a date that the rule gives.</summary>
    private LocalDateTime? FirstTime(Recurrence when)
    {
        if (when.Rule is null) return when.Start;
        var end = _today.PlusYears(HolidayYears);
        var years = when.Nominal(when.Start.Date, when.Start.Date.PlusYears(1)).Times;
        if (years.Count == 0) years = when.Nominal(when.Start.Date, end < when.Start.Date ? when.Start.Date.PlusYears(9) : end).Times;
        var ofRule = years.Except(when.Also).ToList();
        return ofRule.Count > 0 ? ofRule[0] : null;
    }

    private List<LocalDateTime> LeftOut(Recurrence when, LocalDateTime first)
    {
        if (!when.NotOnPublicHolidays && !when.NotInSchoolHolidays && when.Except.All(e => e.TimeOfDay != LocalTime.Midnight)) return [.. when.Except];
        var holidays = when.Nominal(first.Date, _today.PlusYears(HolidayYears)).Times.Where(at => when.IsLeftOut(at, calendar));
        return [.. when.Except.Where(e => e.TimeOfDay == when.Start.TimeOfDay).Concat(holidays).Distinct().Order()];
    }

    private static string Days(IEnumerable<LocalDateTime> times) => ";VALUE=DATE:" + string.Join(',', times.Select(t => RuleDates.Print(t.Date)));

    private static string Times(DateTimeZone zone, IEnumerable<LocalDateTime> times) => zone == DateTimeZone.Utc
        ? ":" + string.Join(',', times.Select(t => RuleDates.Print(t) + "Z"))
        : $";TZID={zone.Id}:" + string.Join(',', times.Select(RuleDates.Print));

    private static string Length(Duration length)
    {
        var minutes = (long)length.TotalMinutes;
        var (hours, rest) = (minutes / 60, minutes % 60);
        return string.Create(CultureInfo.InvariantCulture, $"PT{(hours > 0 ? hours + "H" : "")}{(rest > 0 || hours == 0 ? rest + "M" : "")}");
    }
}
