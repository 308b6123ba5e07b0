using System.Globalization;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed partial class OpeningHoursTests
{
    [Theory]
    [InlineData("mo-fr 8:00-12:00 , 13:30 - 17:30 ;sa 9h-12h30", "Mo-Fr 08:00-12:00,13:30-17:30; Sa 09:00-12:30")]
    [InlineData("Mo–Fr: 09:00–12:00;", "Mo-Fr 09:00-12:00")]
    [InlineData("Lu-Ve 9h30-12h", "Mo-Fr 09:30-12:00")]
    [InlineData("MONDAY,wednesday 0900-1200", "Mo,We 09:00-12:00")]
    [InlineData("Mo-Fr,PH closed", "Mo-Fr,PH off")]
    [InlineData("PH,Mo-Fr 10:00-11:00", "Mo-Fr,PH 10:00-11:00")]
    [InlineData("SH Mo-Fr 10:00-11:00", "SH Mo-Fr 10:00-11:00")]
    [InlineData("Mo-Fr, 10:00-12:00", "Mo-Fr 10:00-12:00")]
    [InlineData("Dec 24,25,31 off", "Dec 24,Dec 25,Dec 31 off")]
    [InlineData("2026 dec 24-26 off \"congés\"", "2026 Dec 24-26 off \"congés\"")]
    [InlineData("week 1-53/2 We 9-12", "week 01-53/2 We 09:00-12:00")]
    [InlineData("2026-2030/2,2035+ Jun 10:00-12:00", "2026-2030/2,2035+ Jun 10:00-12:00")]
    [InlineData("Mo[1,-1] +1 day 10:00-11:00", "Mo[1,-1] +1 day 10:00-11:00")]
    [InlineData("Mar Su[-1]-Oct Su[-1]: We 10:00-26:00", "Mar Su[-1]-Oct Su[-1] We 10:00-02:00")]
    [InlineData("01:00-26:00", "01:00-26:00")]
    [InlineData("10:00-16:00+;17:00+", "10:00-16:00+; 17:00+")]
    [InlineData(" 24 / 7 ", "")]
    [InlineData("24/7 \"badge\"", "24/7 \"badge\"")]
    [InlineData("Mo 10:00-12:00||\"sur rendez-vous\"", "Mo 10:00-12:00 || \"sur rendez-vous\"")]
    [InlineData("Mo-Fr 10:00-12:00, PH off", "Mo-Fr 10:00-12:00, PH off")]
    [InlineData("easter -2 days-easter +1 day off", "easter -2 days-easter +1 day off")]
    [InlineData("Jul 14-Aug 31 Mo-Fr 10:00-12:00", "Jul 14-Aug 31 Mo-Fr 10:00-12:00")]
    public void Real_spellings_become_one(string typed, string canonical)
    {
        var parsed = OpeningHours.Parse(typed);
        if (canonical.Length == 0) parsed.Ok.ShouldBeFalse();
        else
        {
            parsed.Require().ToString().ShouldBe(canonical);
            Hours(canonical).ToString().ShouldBe(canonical);
        }
    }

    [Theory]
    [InlineData("", "time.hours.empty", 1, "")]
    [InlineData(" ; ", "time.hours.empty", 4, "")]
    [InlineData("Mo-Fr 09:00-12:00 xyz", "time.hours.unexpected", 19, "xyz")]
    [InlineData("Mo-Fr 09:00", "time.hours.no-end", 12, "")]
    [InlineData("Mo-Fr 09:00-", "time.hours.no-end", 13, "")]
    [InlineData("Mo-Fr 09:60-12:00", "time.hours.time", 7, "09")]
    [InlineData("Mo-Fr 25:00-26:00", "time.hours.time", 7, "25")]
    [InlineData("Mo-Fr 09:00-49:00", "time.hours.time", 13, "49")]
    [InlineData("Mo-Xx 09:00-12:00", "time.hours.weekday", 4, "Xx")]
    [InlineData("Mo sunrise-12:00", "time.hours.sun", 4, "sunrise")]
    [InlineData("Mo 08:00-sunset", "time.hours.sun", 10, "sunset")]
    [InlineData("Mo (sunset-01:00)-22:00", "time.hours.sun", 4, "(")]
    [InlineData("Mo 10:00-16:00/01:30", "time.hours.every", 15, "/")]
    [InlineData("Feb 30 off", "time.hours.day-of-month", 5, "30")]
    [InlineData("week 54 off", "time.hours.week", 6, "54")]
    [InlineData("week 1-53/0 off", "time.hours.step", 11, "0")]
    [InlineData("Mo[6] off", "time.hours.nth", 4, "6")]
    [InlineData("Mo[1 off", "time.hours.bracket", 6, "off")]
    [InlineData("2026 Dec 24-2025 Jan 2 off", "time.hours.backwards", 1, "2026")]
    [InlineData("Dec 24-2027 Jan 2 off", "time.hours.year-first", 1, "Dec")]
    [InlineData("Mo 10:00-12:00 \"sans fin", "time.hours.quote", 16, "\"")]
    [InlineData("😀", "time.hours.unexpected", 1, "😀")]
    public void A_refusal_shows_where_and_says_it_in_two_languages(string typed, string key, int column, string piece)
    {
        var error = OpeningHours.Parse(typed).Error.ShouldNotBeNull();
        (error.TextKey, error.Column, error.Piece).ShouldBe((key, column, piece));
        var (french, english) = (error.Say(new CultureInfo("fr")), error.Say(new CultureInfo("en")));
        french.ShouldNotBe(english);
        french.ShouldEndWith(".");
    }

    [Fact]
    public void A_text_without_end_is_refused_before_it_costs() =>
        OpeningHours.Parse(new string('x', 1_000_000)).Error!.TextKey.ShouldBe("time.hours.too-long");
}
