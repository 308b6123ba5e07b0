using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed partial class RecurrenceTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly HolidayCalendar France = new(PublicHolidayRegion.France);
    private static readonly HolidayCalendar ZoneA = new(PublicHolidayRegion.France, SchoolHolidays.French(SchoolZone.A));

    private static LocalDateTime At(string text) => LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm").Parse(text).Value;
    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
    private static Recurrence Rule(string start, string rule) => new(At(start), Paris) { Rule = RecurrenceRule.Parse(rule).Require() };
    private static string Days(Recurrence when, string from, string to, HolidayCalendar? calendar = null) =>
        string.Join(' ', when.Occurrences(Day(from), Day(to), calendar ?? HolidayCalendar.None).Items.Select(o => o.Local.Date.ToString("MM-dd", null)));

    [Theory] // worked by hand on a calendar of 2026; 2026-09-01 is a Tuesday
    [InlineData("FREQ=DAILY;COUNT=3", "09-01 09-02 09-03")]
    [InlineData("FREQ=DAILY;INTERVAL=10", "09-01 09-11 09-21 10-01 10-11 10-21 10-31")]
    [InlineData("FREQ=DAILY;BYDAY=SA,SU;COUNT=4", "09-05 09-06 09-12 09-13")]
    [InlineData("FREQ=WEEKLY;COUNT=3", "09-01 09-08 09-15")]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260917", "09-03 09-10 09-17")]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260917T075959Z", "09-03 09-10")]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260917T080000Z", "09-03 09-10 09-17")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4", "09-01 09-06 09-15 09-20")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=SU", "09-01 09-13 09-15 09-27")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", "09-08 10-13")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "09-25 10-30")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "10-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "09-30 10-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "09-30 10-30")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,2", "09-01 09-02 10-01 10-02")]
    [InlineData("FREQ=MONTHLY", "09-01 10-01")]
    [InlineData("FREQ=YEARLY;BYMONTH=10;BYDAY=1SA", "10-03")]
    [InlineData("FREQ=YEARLY;BYDAY=40MO", "10-05")]
    [InlineData("FREQ=YEARLY;BYMONTH=9,10;BYMONTHDAY=15", "09-15 10-15")]
    [InlineData("FREQ=MONTHLY;BYMONTH=10;BYDAY=SA", "10-03 10-10 10-17 10-24 10-31")]
    public void Dates_in_September_and_October_2026(string rule, string days) =>
        Days(Rule("2026-09-01 10:00", rule), "2026-09-01", "2026-10-31").ShouldBe(days);

    [Theory] // RFC 5545, section 3.8.5.3: some of its examples, as facts (all start on 2 September 1997 but the last two)
    [InlineData("1997-09-05 09:00", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 1998-06-05")]
    [InlineData("1997-09-22 09:00", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16")]
    [InlineData("1997-09-28 09:00", "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6", "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26")]
    [InlineData("1997-09-02 09:00", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5", "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13")]
    [InlineData("1996-11-05 09:00", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3", "1996-11-05 2000-11-07 2004-11-02")]
    [InlineData("1997-08-05 09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05 1997-08-10 1997-08-19 1997-08-24")]
    [InlineData("1997-08-05 09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05 1997-08-17 1997-08-19 1997-08-31")]
    [InlineData("1997-09-29 09:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", "1997-09-29 1997-10-30 1997-11-27")]
    [InlineData("1997-05-19 09:00", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19 1998-05-18 1999-05-17")]
    public void Examples_of_the_RFC(string start, string rule, string dates) =>
        string.Join(' ', Rule(start, rule).Occurrences(Day("1990-01-01"), Day("2020-12-31"), HolidayCalendar.None).Items.Select(o => o.Local.Date.ToString("uuuu-MM-dd", null))).ShouldBe(dates);

    [Fact]
    public void An_hour_that_the_clocks_skip_happens_after_the_gap_and_one_they_repeat_the_first_time()
    {
        var nightly = Rule("2026-03-28 02:30", "FREQ=DAILY").Occurrences(Day("2026-03-28"), Day("2026-03-30"), HolidayCalendar.None).Items;
        nightly.Select(o => o.Local).ShouldBe([At("2026-03-28 02:30"), At("2026-03-29 03:30"), At("2026-03-30 02:30")]);
        var autumn = Rule("2026-10-25 02:30", "FREQ=DAILY;COUNT=1").Occurrences(Day("2026-10-25"), Day("2026-10-25"), HolidayCalendar.None).Items[0];
        autumn.At.ShouldBe(Instant.FromUtc(2026, 10, 25, 0, 30)); // summer time, UTC+2
    }

    [Fact]
    public void Ten_o_clock_stays_ten_o_clock_over_the_change_of_hour()
    {
        var thursdays = Rule("2026-10-22 10:00", "FREQ=WEEKLY;COUNT=2").Occurrences(Day("2026-10-01"), Day("2026-11-30"), HolidayCalendar.None).Items;
        thursdays.ShouldAllBe(o => o.Local.TimeOfDay == new LocalTime(10, 0));
        (thursdays[1].At - thursdays[0].At).ShouldBe(Duration.FromHours(7 * 24 + 1));
    }

    [Fact]
    public void Some_dates_are_left_out_and_some_are_added()
    {
        var when = Rule("2026-11-04 10:00", "FREQ=WEEKLY") with { Except = [At("2026-11-18 10:00"), At("2026-11-25 00:00")], Also = [At("2026-11-07 15:00")] };
        Days(when, "2026-11-01", "2026-12-03").ShouldBe("11-04 11-07 11-11 12-02");
        Days(when with { NotOnPublicHolidays = true }, "2026-11-01", "2026-12-03", France).ShouldBe("11-04 11-07 12-02");
    }

    [Fact]
    public void School_holidays_are_left_out_when_known_and_doubtful_when_not()
    {
        var when = Rule("2026-10-07 10:00", "FREQ=WEEKLY") with { NotInSchoolHolidays = true };
        Days(when, "2026-10-07", "2026-11-06", ZoneA).ShouldBe("10-07 10-14 11-04");
        when.Occurrences(Day("2026-10-07"), Day("2026-11-06"), ZoneA).Items.ShouldAllBe(o => !o.Uncertain);
        when.Occurrences(Day("2028-10-04"), Day("2028-10-11"), ZoneA).Items.ShouldAllBe(o => o.Uncertain);
        when.Occurrences(Day("2028-10-04"), Day("2028-10-11"), ZoneA).Items.Count.ShouldBe(2);
    }

    [Fact]
    public void The_next_one_is_strictly_after_and_may_be_years_away()
    {
        var leap = Rule("2024-02-29 10:00", "FREQ=YEARLY");
        leap.Next(Instant.FromUtc(2024, 2, 29, 9, 0), HolidayCalendar.None)!.Local.ShouldBe(At("2028-02-29 10:00"));
        leap.Next(Instant.FromUtc(2024, 2, 29, 8, 59), HolidayCalendar.None)!.Local.ShouldBe(At("2024-02-29 10:00"));
        Recurrence.Once(At("2026-11-11 10:00"), Paris).Next(Instant.FromUtc(2026, 11, 11, 9, 0), France).ShouldBeNull();
        Recurrence.Once(At("2026-11-11 10:00"), Paris).Next(Instant.FromUtc(2020, 11, 11, 9, 0), France)!.Local.ShouldBe(At("2026-11-11 10:00"));
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2")]
    [InlineData("FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2;COUNT=10000")]
    [InlineData("FREQ=YEARLY;BYDAY=53MO;BYMONTH=2;INTERVAL=1000")]
    [InlineData("FREQ=DAILY;INTERVAL=1;UNTIL=99991231")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366")]
    public void A_hostile_rule_costs_its_budget_and_no_more(string rule)
    {
        var expansion = new RuleExpansion(RecurrenceRule.Parse(rule).Require(), Day("2026-01-31"), budget: 1000);
        var found = expansion.Dates(Day("2026-01-01"), new LocalDate(9999, 12, 31)).Count();
        expansion.Steps.ShouldBeLessThanOrEqualTo(1000 + 366);
        found.ShouldBeLessThanOrEqualTo(1000);
        if (found > 0) expansion.CutShort.ShouldBeTrue();
    }

    [Theory]
    [InlineData("99991231", "UTC")]
    [InlineData("99991231T235959", "America/Guadeloupe")]
    [InlineData("99991231T235959Z", "Europe/Paris")]
    [InlineData("99991231T235959Z", "Pacific/Tahiti")]
    public void For_ever_is_the_last_day_of_the_calendar_in_every_zone(string until, string zone)
    {
        var rule = RecurrenceRule.Parse("FREQ=WEEKLY;UNTIL=" + until).Require();
        var when = Rule("2026-10-07 10:00", "FREQ=WEEKLY") with { Rule = rule, Zone = DateTimeZoneProviders.Tzdb[zone] };
        Days(when, "2026-10-07", "2026-10-20").ShouldBe("10-07 10-14");
        rule.ToString().ShouldEndWith("UNTIL=" + until);
        rule.InICalendar(when.Zone).ShouldContain("UNTIL=99991231T235959");
    }

    [Fact]
    public void Far_years_are_reached_by_a_jump()
    {
        var expansion = new RuleExpansion(RecurrenceRule.Parse("FREQ=DAILY;INTERVAL=3").Require(), Day("1900-01-01"), budget: 1000);
        expansion.Dates(Day("2900-01-01"), Day("2900-01-10")).Count().ShouldBeInRange(3, 4);
        expansion.Steps.ShouldBeLessThan(20);
    }
}
