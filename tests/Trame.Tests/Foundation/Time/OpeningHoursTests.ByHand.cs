using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed partial class OpeningHoursTests
{
    private static readonly HolidayCalendar France = new(PublicHolidayRegion.France);

    private static OpeningHours Hours(string text) => OpeningHours.Parse(text).Require();
    private static LocalDateTime At(string text) => LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm").Parse(text).Value;
    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
    private static string Spans(string hours, string day, HolidayCalendar? calendar = null) =>
        string.Join(' ', Hours(hours).IntervalsOn(Day(day), calendar ?? France).Select(i => $"{i.Start:HH':'mm}-{i.End:HH':'mm}{(i.State == OpenState.Unknown ? "?" : "")}"));

    [Theory] // 2026-11-16 is a Monday; 2026-11-11 a Wednesday and a public holiday
    [InlineData("Mo-Fr 08:00-17:30", "2026-11-16 08:00", true)]
    [InlineData("Mo-Fr 08:00-17:30", "2026-11-16 17:30", false)]
    [InlineData("Mo-Fr 08:00-17:30", "2026-11-15 10:00", false)]
    [InlineData("Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00", "2026-11-16 12:30", false)]
    [InlineData("Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00", "2026-11-21 11:59", true)]
    [InlineData("Mo-Fr 08:00-18:00; Tu 09:00-12:00", "2026-11-17 15:00", false)]
    [InlineData("Mo-Fr 08:00-18:00, Tu 20:00-22:00", "2026-11-17 15:00", true)]
    [InlineData("Mo-Fr 08:00-18:00, Tu 20:00-22:00", "2026-11-17 21:00", true)]
    [InlineData("Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off", "2026-11-17 12:30", false)]
    [InlineData("Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off", "2026-11-17 13:00", true)]
    [InlineData("Mo-Su 22:00-02:00", "2026-11-16 01:59", true)]
    [InlineData("Fr 22:00-02:00", "2026-11-21 01:00", true)]
    [InlineData("Fr 22:00-02:00", "2026-11-20 01:00", false)]
    [InlineData("Fr 22:00-26:00", "2026-11-21 01:00", true)]
    [InlineData("Fr 22:00-04:00; Sa 10:00-12:00", "2026-11-21 02:00", true)]
    [InlineData("24/7", "2026-12-25 03:00", true)]
    [InlineData("24/7; Dec 25 off", "2026-12-25 03:00", false)]
    [InlineData("Mo-Fr 09:00-17:00", "2026-11-11 10:00", true)]
    [InlineData("Mo-Fr 09:00-17:00; PH off", "2026-11-11 10:00", false)]
    [InlineData("Mo-Fr 09:00-17:00; PH 10:00-12:00", "2026-11-11 09:30", false)]
    [InlineData("Mo-Fr 09:00-17:00; PH 10:00-12:00", "2026-11-11 10:30", true)]
    [InlineData("PH -1 day 09:00-11:00", "2026-11-10 10:00", true)]
    [InlineData("PH Mo-Tu 09:00-11:00", "2026-11-11 10:00", false)]
    [InlineData("PH We 09:00-11:00", "2026-11-11 10:00", true)]
    [InlineData("Tu[1] 14:00-16:00", "2026-11-03 15:00", true)]
    [InlineData("Tu[1] 14:00-16:00", "2026-11-10 15:00", false)]
    [InlineData("We[-1] 14:00-16:00", "2026-11-25 15:00", true)]
    [InlineData("We[-1] 14:00-16:00", "2026-11-18 15:00", false)]
    [InlineData("Th[1,3] 14:00-16:00", "2026-11-19 15:00", true)]
    [InlineData("Th[1-2] 14:00-16:00", "2026-11-19 15:00", false)]
    [InlineData("Jul 14-Aug 31 10:00-19:00", "2026-08-31 18:00", true)]
    [InlineData("Jul 14-Aug 31 10:00-19:00", "2026-09-01 18:00", false)]
    [InlineData("Nov-Feb 10:00-12:00", "2027-02-28 11:00", true)]
    [InlineData("Nov-Feb 10:00-12:00", "2027-03-01 11:00", false)]
    [InlineData("Mo-Su 10:00-12:00; 2026 Dec 24-26 off", "2026-12-26 11:00", false)]
    [InlineData("Mo-Su 10:00-12:00; 2026 Dec 24-26 off", "2027-12-26 11:00", true)]
    [InlineData("2026 Dec 24-2027 Jan 2 off, 10:00-12:00", "2027-01-01 11:00", true)]
    [InlineData("2026 Dec 24-2027 Jan 2 10:00-12:00", "2027-01-02 11:00", true)]
    [InlineData("2026 Dec 24-2027 Jan 2 10:00-12:00", "2026-01-02 11:00", false)]
    [InlineData("2027+ 10:00-12:00", "2026-12-31 11:00", false)]
    [InlineData("2027+ 10:00-12:00", "2031-12-31 11:00", true)]
    [InlineData("week 01-53/2 We 10:00-12:00", "2026-11-18 11:00", true)]  // week 47
    [InlineData("week 01-53/2 We 10:00-12:00", "2026-11-25 11:00", false)] // week 48
    [InlineData("week 53 Th 10:00-12:00", "2026-12-31 11:00", true)]       // 2026 has 53 weeks
    [InlineData("week 53 Fr 10:00-12:00", "2027-01-01 11:00", true)]       // and its last ends in January
    [InlineData("week 1 Fr 10:00-12:00", "2027-01-01 11:00", false)]
    [InlineData("week 53 Fr 10:00-12:00", "2027-12-31 11:00", false)]      // 2027 has 52
    [InlineData("week 51-02 Mo 10:00-12:00", "2027-01-04 11:00", true)]
    [InlineData("easter 10:00-12:00", "2026-04-05 11:00", true)]
    [InlineData("easter -2 days 10:00-12:00", "2026-04-03 11:00", true)]
    [InlineData("easter +1 day 10:00-12:00", "2026-04-06 11:00", true)]
    [InlineData("easter-Sep 30 10:00-12:00", "2026-04-04 11:00", false)]
    [InlineData("Mar Su[-1]-Oct Su[-1] 10:00-12:00", "2026-03-28 11:00", false)]
    [InlineData("Mar Su[-1]-Oct Su[-1] 10:00-12:00", "2026-03-29 11:00", true)]
    [InlineData("Dec Su[1] 10:00-12:00", "2026-12-06 11:00", true)]
    [InlineData("Feb 29 10:00-12:00", "2027-03-01 11:00", false)]
    [InlineData("Feb 29 10:00-12:00", "2028-02-29 11:00", true)]
    [InlineData("17:00+", "2026-11-16 23:59", true)]
    [InlineData("17:00+", "2026-11-16 16:59", false)]
    [InlineData("Jan,Jul 10:00-12:00", "2026-07-05 11:00", true)]
    [InlineData("Sa +1 day 10:00-12:00", "2026-11-22 11:00", true)]
    public void Is_it_open(string hours, string at, bool open) => Hours(hours).IsOpen(At(at), France).ShouldBe(open);

    [Fact]
    public void Hours_without_days_are_added_to_the_others() =>
        Spans("10:00-12:00; 14:00-18:00", "2026-11-16").ShouldBe("10:00-12:00 14:00-18:00");

    [Fact]
    public void After_a_stated_end_with_a_plus_nobody_knows() =>
        Spans("10:00-16:00+", "2026-11-16").ShouldBe("10:00-16:00 16:00-00:00?");

    [Fact]
    public void On_appointment_is_neither_open_nor_closed() =>
        Spans("Mo 10:00-12:00 || \"sur rendez-vous\"", "2026-11-16").ShouldBe("00:00-10:00? 10:00-12:00 12:00-00:00?");

    [Fact]
    public void A_closed_day_does_not_fall_back_on_appointment() =>
        Spans("Mo-Fr 10:00-12:00; We off || \"sur rendez-vous\"", "2026-11-18").ShouldBe("");

    [Fact]
    public void A_closed_day_begins_no_night_even_by_fallback() => // found by a property, seed (1139576619130291372,7936303805366978041)
        Spans("Sa off || Sa 20:00-02:00", "2026-11-22").ShouldBe("");

    [Fact]
    public void School_holidays_that_nobody_published_are_unknown_and_known_ones_are_not()
    {
        const string hours = "Mo-Fr 09:00-12:00; SH Mo-Fr 14:00-18:00";
        Spans(hours, "2026-11-16").ShouldBe("09:00-12:00 14:00-18:00?");
        var zoneA = new HolidayCalendar(PublicHolidayRegion.France, SchoolHolidays.French(SchoolZone.A));
        Spans(hours, "2026-11-16", zoneA).ShouldBe("09:00-12:00");
        Spans(hours, "2026-10-19", zoneA).ShouldBe("14:00-18:00");
    }

    [Fact]
    public void A_night_is_cut_at_midnight_and_goes_on_the_next_day()
    {
        Spans("Sa 22:00-02:00", "2026-11-21").ShouldBe("22:00-00:00");
        Spans("Sa 22:00-02:00", "2026-11-22").ShouldBe("00:00-02:00");
        Hours("Sa 22:00-02:00").OpenUntil(At("2026-11-21 23:00"), France).ShouldBe(At("2026-11-22 02:00"));
    }

    [Fact]
    public void The_next_opening_steps_over_the_holiday()
    {
        var hours = Hours("We 09:00-12:00; PH off");
        hours.NextOpening(At("2026-11-11 08:00"), France).ShouldBe(At("2026-11-18 09:00"));
        hours.NextOpening(At("2026-11-18 10:15"), France).ShouldBe(At("2026-11-18 10:15"));
        Hours("off").NextOpening(At("2026-11-11 08:00"), France).ShouldBeNull();
        Hours("2028 Feb 29 09:00-10:00").NextOpening(At("2026-11-11 08:00"), France).ShouldBeNull();
        Hours("2028 Feb 29 09:00-10:00").NextOpening(At("2026-11-11 08:00"), France, 500).ShouldBe(At("2028-02-29 09:00"));
    }

    [Fact]
    public void It_is_open_in_August_or_it_is_not()
    {
        Hours("Sep-Jun Mo-Fr 09:00-12:00").OpenIn(Day("2027-08-01"), Day("2027-08-31")).ShouldBeFalse();
        Hours("Aug 31 09:00-12:00").OpenIn(Day("2027-08-01"), Day("2027-08-31")).ShouldBeTrue();
    }

    [Fact]
    public void A_closure_is_written_in_the_text_and_leaves_it_when_past()
    {
        var closed = Hours("Mo-Sa 10:00-12:00 || \"sur rendez-vous\"").WithClosure(Day("2026-12-24"), Day("2026-12-26"), "inventaire");
        closed.ToString().ShouldBe("Mo-Sa 10:00-12:00; 2026 Dec 24-26 off \"inventaire\" || \"sur rendez-vous\"");
        closed.StateAt(At("2026-12-24 11:00"), France).ShouldBe(OpenState.Closed);
        closed.WithoutPast(Day("2026-12-26")).ShouldBe(closed);
        closed.WithoutPast(Day("2026-12-27")).ToString().ShouldBe("Mo-Sa 10:00-12:00 || \"sur rendez-vous\"");
        Hours("Mo 10:00-12:00").WithClosure(Day("2026-12-30"), Day("2027-01-02")).ToString().ShouldBe("Mo 10:00-12:00; 2026 Dec 30-2027 Jan 02 off");
        Hours("2025 Mo 10:00-12:00").WithoutPast(Day("2026-01-01")).ToString().ShouldBe("off");
    }

    [Fact]
    public void The_cache_is_bounded_and_answers_the_same()
    {
        var cache = new OpeningHoursCache(capacity: 10);
        for (var i = 0; i < 100; i++) cache.Get($"Mo {i % 24:00}:00-{i % 24:00}:{i % 59 + 1:00}").Ok.ShouldBeTrue();
        cache.Count.ShouldBeLessThanOrEqualTo(12);
        cache.Get("nonsense").Error!.Column.ShouldBe(1);
        cache.Get("Tu 10:00-11:00").Value.ShouldBeSameAs(cache.Get("Tu 10:00-11:00").Value);
    }
}
