using System.Globalization;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed partial class RecurrenceTests
{
    [Theory]
    [InlineData("freq=weekly;byday=th", "FREQ=WEEKLY;BYDAY=TH")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=+2TU,-1FR;INTERVAL=1", "FREQ=MONTHLY;BYDAY=2TU,-1FR")]
    [InlineData("FREQ=DAILY; COUNT=5 ;", "FREQ=DAILY;COUNT=5")]
    [InlineData("FREQ=DAILY;UNTIL=20261231T180000Z;WKST=SU", "FREQ=DAILY;UNTIL=20261231T180000Z;WKST=SU")]
    public void A_rule_has_one_spelling(string typed, string canonical) => RecurrenceRule.Parse(typed).Require().ToString().ShouldBe(canonical);

    [Theory]
    [InlineData("", "time.rule.empty", 1)]
    [InlineData("FREQ=HOURLY", "time.rule.freq", 6)]
    [InlineData("FREQ=3", "time.rule.freq", 6)]
    [InlineData("BYDAY=MO", "time.rule.no-freq", 9)]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", "time.rule.day", 19)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,YY", "time.rule.day", 22)]
    [InlineData("FREQ=WEEKLY;BYDAY=2MO", "time.rule.nth-day", 13)]
    [InlineData("FREQ=MONTHLY;BYDAY=6MO", "time.rule.number", 14)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", "time.rule.number", 25)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", "time.rule.number", 25)]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3", "time.rule.month-day", 13)]
    [InlineData("FREQ=DAILY;INTERVAL=99999999999", "time.rule.number", 21)]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=20261231", "time.rule.count-and-until", 20)]
    [InlineData("FREQ=DAILY;UNTIL=20261331", "time.rule.date", 18)]
    [InlineData("FREQ=DAILY;BYHOUR=3", "time.rule.unknown-part", 12)]
    [InlineData("FREQ=DAILY;FREQ=DAILY", "time.rule.twice", 12)]
    [InlineData("FREQ=DAILY;BYSETPOS=1", "time.rule.setpos", 12)]
    [InlineData("FREQ=DAILY;nonsense", "time.rule.part", 12)]
    public void A_refused_rule_says_where_and_why(string typed, string key, int column)
    {
        var error = RecurrenceRule.Parse(typed).Error.ShouldNotBeNull();
        (error.TextKey, error.Column).ShouldBe((key, column));
        error.Say(new CultureInfo("fr")).ShouldNotBe(error.Say(new CultureInfo("en")));
    }

    [Fact]
    public void A_recurrence_is_read_back_as_written()
    {
        const string text = "DTSTART;TZID=Europe/Paris:20260903T100000\nRRULE:FREQ=WEEKLY;BYDAY=TH\nEXDATE;TZID=Europe/Paris:20261224T100000\nRDATE;TZID=Europe/Paris:20261223T150000\nX-TRAME-EXCEPT:PUBLIC-HOLIDAYS,SCHOOL-HOLIDAYS";
        var read = Recurrence.Parse(text).Require();
        read.ToString().ShouldBe(text);
        read.ShouldBe(Recurrence.Parse(text.Replace("\n", "\r\n", StringComparison.Ordinal)).Require());
        read.NotInSchoolHolidays.ShouldBeTrue();
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY", "time.rule.no-start", 17)]
    [InlineData("DTSTART;TZID=Mars/Olympus:20260903T100000", "time.rule.zone", 1)]
    [InlineData("DTSTART:20260903T100000\nRRULE:FREQ=DAILY;COUNT=x", "time.rule.number", 48)]
    [InlineData("DTSTART:hier", "time.rule.date", 9)]
    [InlineData("DTSTART:20260903T100000\nHELLO:x", "time.rule.line", 25)]
    [InlineData("DTSTART:20260903T100000\nX-TRAME-EXCEPT:MONDAYS", "time.rule.except", 40)]
    public void A_refused_recurrence_counts_columns_over_all_its_lines(string typed, string key, int column)
    {
        var error = Recurrence.Parse(typed).Error.ShouldNotBeNull();
        (error.TextKey, error.Column).ShouldBe((key, column));
    }
}
