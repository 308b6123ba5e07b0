using System.Globalization;
using NodaTime;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed class RecurrenceTextTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly CultureInfo French = new("fr");
    private static readonly CultureInfo English = new("en");

    private static Recurrence Rule(string rule) => // 3 September 2026 is a Thursday, the first of its month
        new(new LocalDateTime(2026, 9, 3, 10, 0), Paris) { Rule = RecurrenceRule.Parse(rule).Require() };

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=TH", "tous les jeudis à 10 h", "every Thursday at 10:00")]
    [InlineData("FREQ=WEEKLY", "tous les jeudis à 10 h", "every Thursday at 10:00")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TH", "tous les lundis et jeudis à 10 h", "every Monday and Thursday at 10:00")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "du lundi au vendredi à 10 h", "Monday to Friday at 10:00")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "un samedi sur deux à 10 h", "every other Saturday at 10:00")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA", "une semaine sur deux, le mardi et le samedi à 10 h", "every other week, on Tuesday and Saturday at 10:00")]
    [InlineData("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "toutes les 3 semaines, le mardi à 10 h", "every 3 weeks, on Tuesday at 10:00")]
    [InlineData("FREQ=DAILY", "tous les jours à 10 h", "every day at 10:00")]
    [InlineData("FREQ=DAILY;INTERVAL=2", "un jour sur deux à 10 h", "every other day at 10:00")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", "le 2e mardi du mois à 10 h", "the second Tuesday of the month at 10:00")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "le dernier vendredi du mois à 10 h", "the last Friday of the month at 10:00")]
    [InlineData("FREQ=MONTHLY;BYDAY=1SA,3SA", "le 1er samedi et le 3e samedi du mois à 10 h", "the first Saturday and the third Saturday of the month at 10:00")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "le dernier jour de semaine du mois à 10 h", "the last weekday of the month at 10:00")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15", "le 15 du mois à 10 h", "day 15 of the month at 10:00")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,-1", "le 1er et le dernier jour du mois à 10 h", "the first day and the last day of the month at 10:00")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", "un mois sur deux, le 2e mardi à 10 h", "every other month, the second Tuesday at 10:00")]
    [InlineData("FREQ=YEARLY", "tous les ans, le 3 septembre à 10 h", "every year, on 3 September at 10:00")]
    [InlineData("FREQ=YEARLY;BYMONTH=10;BYDAY=1SA", "tous les ans, le 1er samedi du mois, en octobre à 10 h", "every year, the first Saturday of the month, in October at 10:00")]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231", "tous les jeudis à 10 h, jusqu'au 31 décembre 2026", "every Thursday at 10:00, until 31 December 2026")]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;COUNT=5", "tous les jeudis à 10 h, 5 fois", "every Thursday at 10:00, 5 times")]
    public void A_rule_is_said_in_two_languages(string rule, string french, string english)
    {
        RecurrenceText.Describe(Rule(rule), French).Replace('\u00A0', ' ').ShouldBe(french);
        RecurrenceText.Describe(Rule(rule), English).ShouldBe(english);
    }

    [Fact]
    public void Once_and_what_is_left_out_are_said_too()
    {
        RecurrenceText.Describe(Recurrence.Once(new LocalDateTime(2026, 9, 3, 14, 30), Paris), French).Replace('\u00A0', ' ').ShouldBe("le jeudi 3 septembre 2026 à 14 h 30");
        RecurrenceText.Describe(Rule("FREQ=WEEKLY") with { NotOnPublicHolidays = true, NotInSchoolHolidays = true }, French).Replace('\u00A0', ' ')
            .ShouldBe("tous les jeudis à 10 h, sauf les jours fériés et les vacances scolaires");
        RecurrenceText.Describe(Rule("FREQ=WEEKLY") with { Except = [new LocalDateTime(2026, 12, 24, 10, 0)] }, French).Replace('\u00A0', ' ')
            .ShouldBe("tous les jeudis à 10 h, sauf le 24 décembre 2026");
    }
}
