using System.Text;
using NodaTime;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed class ICalendarWriterTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly Instant Stamp = Instant.FromUtc(2026, 11, 22, 8, 0);
    private static readonly HolidayCalendar France = new(PublicHolidayRegion.France);

    private static string Written(params CalendarEvent[] events)
    {
        using var stream = new MemoryStream();
        new ICalendarWriter(Stamp, France, "Moments, à Moulins").Write(stream, events);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string[] Lines(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static CalendarEvent Weekly(string rule) =>
        new("atelier@trame", new Recurrence(new LocalDateTime(2026, 9, 1, 10, 0), Paris) { Rule = RecurrenceRule.Parse(rule).Require() }, Duration.FromMinutes(150), "Atelier");

    [Fact]
    public void An_event_is_written_whole()
    {
        var lines = Lines(Written(Weekly("FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231") with
        {
            Description = "Venez;\nc'est, vraiment, \\simple", Location = "Salle des fêtes", Link = new Uri("https://exemple.fr/é"), Point = (46.566, 3.333), Cancelled = true, Sequence = 2,
        }));
        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines.ShouldContain("X-WR-CALNAME:Moments\\, à Moulins");
        lines.ShouldContain("DTSTAMP:20261122T080000Z");
        lines.ShouldContain("DTSTART;TZID=Europe/Paris:20260903T100000"); // the first Thursday: DTSTART must be a date of the rule
        lines.ShouldContain("DURATION:PT2H30M");
        lines.ShouldContain("RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231T225959Z");
        lines.ShouldContain("DESCRIPTION:Venez\\;\\nc'est\\, vraiment\\, \\\\simple");
        lines.ShouldContain("GEO:46.566;3.333");
        lines.ShouldContain("URL:https://exemple.fr/%C3%A9");
        lines.ShouldContain("STATUS:CANCELLED");
        lines.ShouldContain("SEQUENCE:2");
        lines[^2].ShouldBe("END:VCALENDAR");
    }

    [Fact]
    public void The_zone_of_Paris_is_two_yearly_rules_written_once()
    {
        var text = Written(Weekly("FREQ=WEEKLY"), Weekly("FREQ=DAILY"));
        text.Split("BEGIN:VTIMEZONE").Length.ShouldBe(2);
        var lines = Lines(text);
        lines.ShouldContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
        lines.ShouldContain("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
        lines.ShouldContain("DTSTART:20250330T020000");
        lines.ShouldContain("DTSTART:20251026T030000");
        lines.ShouldContain("TZOFFSETTO:+0200");
    }

    [Fact]
    public void Lines_are_folded_at_75_octets_and_characters_stay_whole()
    {
        var title = string.Concat(Enumerable.Repeat("é€😀a", 60));
        var text = Written(Weekly("FREQ=WEEKLY") with { Summary = title });
        foreach (var line in text.Split("\r\n")) Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        Lines(text).ShouldContain("SUMMARY:" + title);
    }

    [Fact]
    public void Holidays_that_a_rule_cannot_say_become_dates_left_out()
    {
        var thursday = Weekly("FREQ=WEEKLY;BYDAY=TH");
        var lines = Lines(Written(thursday with { When = thursday.When with { NotOnPublicHolidays = true } }));
        // Thursdays: 6 May 2027 is Ascension, 11 November 2027 Armistice, 25 May 2028 Ascension
        lines.ShouldContain("EXDATE;TZID=Europe/Paris:20270506T100000,20271111T100000,20280525T100000");
    }

    [Fact]
    public void A_rule_that_never_happens_is_not_written() =>
        Written(Weekly("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31")).ShouldNotContain("VEVENT");

    [Fact]
    public void Control_characters_and_forged_lines_do_not_pass()
    {
        var lines = Lines(Written(Weekly("FREQ=WEEKLY") with { Summary = "a\r\nATTENDEE:x\u0007", Uid = "u\r\nX:1" }));
        lines.ShouldContain("SUMMARY:a\\nATTENDEE:x");
        lines.ShouldNotContain(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal) || l.StartsWith("X:", StringComparison.Ordinal));
    }
}
