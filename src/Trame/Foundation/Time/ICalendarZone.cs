using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Trame.Foundation.Time;

/// <summary>The VTIMEZONE of a zone: two yearly rules when its clock changes follow one (Europe/Paris), its changes one by one otherwise.</summary>
/// <remarks>Covers eleven years from the year given. Every reader of calendars knows Europe/Paris by name; the component is there because RFC 5545 wants it.</remarks>
internal static class ICalendarZone
{
    private const int Years = 11;

    public static void Write(TextWriter writer, DateTimeZone zone, int firstYear)
    {
        var intervals = zone.GetZoneIntervals(
            new LocalDateTime(firstYear, 1, 1, 0, 0).InUtc().ToInstant(), new LocalDateTime(firstYear + Years, 1, 1, 0, 0).InUtc().ToInstant()).ToList();
        ICalendarText.WriteLine(writer, "BEGIN:VTIMEZONE");
        ICalendarText.WriteLine(writer, "TZID:" + zone.Id);
        WriteInterval(writer, intervals[0], intervals[0].WallOffset, LocalStart(intervals[0], intervals[0].WallOffset, firstYear), null);
        var changes = intervals.Zip(intervals.Skip(1)).Select(p => new Change(p.Second, p.First.WallOffset, LocalStart(p.Second, p.First.WallOffset, firstYear))).ToList();
        var groups = changes.GroupBy(c => (c.Into.WallOffset, c.Before, c.At.Month)).Select(g => g.ToList()).ToList();
        foreach (var group in groups)
        {
            if (YearlyRule(group) is { } rule) WriteInterval(writer, group[0].Into, group[0].Before, group[0].At, rule);
            else foreach (var change in group) WriteInterval(writer, change.Into, change.Before, change.At, null);
        }
        ICalendarText.WriteLine(writer, "END:VTIMEZONE");
    }

    private sealed record Change(ZoneInterval Into, Offset Before, LocalDateTime At);

    /// <summary>"FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" when every year of the window says the same, null otherwise.</summary>
    private static string? YearlyRule(List<Change> changes)
    {
        var first = changes[0].At;
        var alike = changes.Count == Years && changes.All(c => c.At.DayOfWeek == first.DayOfWeek && c.At.TimeOfDay == first.TimeOfDay);
        if (!alike) return null;
        int? nth = changes.All(c => c.At.Date.PlusDays(7).Month != c.At.Month) ? -1
            : changes.All(c => (c.At.Day - 1) / 7 == (first.Day - 1) / 7) ? (first.Day - 1) / 7 + 1 : null;
        return nth is null ? null : string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={first.Month};BYDAY={nth}{HoursVocabulary.Days[(int)first.DayOfWeek].ToUpperInvariant()}");
    }

    private static LocalDateTime LocalStart(ZoneInterval interval, Offset before, int firstYear) =>
        interval.HasStart && interval.Start.WithOffset(before).LocalDateTime is { Year: > 1900 } start ? start : new LocalDateTime(Math.Min(firstYear, 1970), 1, 1, 0, 0);

    private static void WriteInterval(TextWriter writer, ZoneInterval into, Offset before, LocalDateTime at, string? rule)
    {
        var kind = into.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
        ICalendarText.WriteLine(writer, "BEGIN:" + kind);
        ICalendarText.WriteLine(writer, "TZNAME:" + into.Name);
        ICalendarText.WriteLine(writer, "TZOFFSETFROM:" + Text(before));
        ICalendarText.WriteLine(writer, "TZOFFSETTO:" + Text(into.WallOffset));
        ICalendarText.WriteLine(writer, "DTSTART:" + RuleDates.Print(at));
        if (rule is not null) ICalendarText.WriteLine(writer, "RRULE:" + rule);
        ICalendarText.WriteLine(writer, "END:" + kind);
    }

    private static string Text(Offset offset)
    {
        var minutes = Math.Abs(offset.Seconds) / 60;
        return string.Create(CultureInfo.InvariantCulture, $"{(offset.Seconds < 0 ? '-' : '+')}{minutes / 60:00}{minutes % 60:00}");
    }
}
