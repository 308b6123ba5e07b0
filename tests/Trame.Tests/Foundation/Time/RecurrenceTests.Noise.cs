using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed partial class RecurrenceTests
{
    private static readonly Arbitrary<string> RuleNoise = Gen.ListOf(Gen.Elements(
        "FREQ=", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "SECONDLY", ";", ";", ";INTERVAL=", "0", "1", "-1", "99999999999999999999", "2147483647", ";COUNT=", ";UNTIL=", "20261122", "99991231T235959Z", "00000000", ";BYDAY=", "MO", "-5SU", "54FR",
        ",", ";BYMONTHDAY=", "31", "-32", ";BYMONTH=", "13", "RRULE:", "EXDATE:", "RDATE;TZID=Europe/Paris:", "DTSTART:", "20260329T023000", "\n", "\r\n", "\0", "é", "😀", " ", "=")).Resize(24).Select(string.Concat).ToArbitrary();

    [Fact]
    public void No_rule_whatever_makes_it_throw_and_what_is_accepted_can_be_counted_out() => Prop.ForAll(RuleNoise, noise =>
    {
        foreach (var text in (string[])[noise, $"FREQ=DAILY{noise}", $"DTSTART;TZID=Europe/Paris:20261025T023000\nRRULE:FREQ=MONTHLY;{noise}"])
        {
            var rule = RecurrenceRule.Parse(text);
            if (!rule.Ok) (rule.Error.Column >= 1 && rule.Error.TextKey.Length > 0).ShouldBeTrue(text);
            if (Recurrence.Parse(text) is not { Ok: true } when) continue;
            when.Value.Occurrences(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1), HolidayCalendar.None).Items.Count.ShouldBeGreaterThanOrEqualTo(0);
            when.Value.Next(Instant.FromUtc(2026, 11, 22, 0, 0), HolidayCalendar.None);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
