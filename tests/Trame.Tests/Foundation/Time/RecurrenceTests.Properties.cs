using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed partial class RecurrenceTests
{
    private static readonly Gen<string> RuleTexts =
        from frequency in Gen.Elements("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
        from interval in Gen.Choose(1, 4)
        from days in Gen.Elements("", ";BYDAY=MO,TH", ";BYMONTH=2,7", ";BYDAY=SU;BYMONTH=3")
        from monthly in Gen.Elements("", ";BYMONTHDAY=-1,15,31")
        from end in Gen.Elements("", ";COUNT=7", ";UNTIL=20270301", ";UNTIL=20270301T100000Z")
        select $"FREQ={frequency};INTERVAL={interval}{days}{(frequency == "WEEKLY" ? "" : monthly)}{end}";

    private static readonly Arbitrary<(string Rule, int Start, int From, int Length)> Questions =
        (from rule in RuleTexts from start in Gen.Choose(0, 800) from first in Gen.Choose(0, 1500) from length in Gen.Choose(0, 400)
         select (rule, start, first, length)).ToArbitrary();

    private static Recurrence Made(string rule, int start) =>
        new(new LocalDateTime(2026, 1, 1, 2, 30).PlusDays(start), Paris) { Rule = RecurrenceRule.Parse(rule).Require() };

    [Fact]
    public void Occurrences_are_in_order_in_range_and_never_before_the_start() => Prop.ForAll(Questions, q =>
    {
        var (when, from) = (Made(q.Rule, q.Start), new LocalDate(2026, 1, 1).PlusDays(q.From));
        var items = when.Occurrences(from, from.PlusDays(q.Length), HolidayCalendar.None).Items;
        return items.Zip(items.Skip(1)).All(p => p.First.At < p.Second.At)
            && items.All(o => o.Local.Date >= from && o.Local.Date <= from.PlusDays(q.Length) && o.Local >= when.Start);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_part_of_the_range_gives_a_part_of_the_answer() => Prop.ForAll(Questions, q =>
    {
        var (when, from) = (Made(q.Rule, q.Start), new LocalDate(2026, 1, 1).PlusDays(q.From));
        var all = when.Occurrences(new LocalDate(2026, 1, 1), from.PlusDays(q.Length), HolidayCalendar.None).Items.Where(o => o.Local.Date >= from);
        return all.SequenceEqual(when.Occurrences(from, from.PlusDays(q.Length), HolidayCalendar.None).Items);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_next_one_is_the_first_of_those_after() => Prop.ForAll(Questions, q =>
    {
        var (when, after) = (Made(q.Rule, q.Start), new LocalDateTime(2026, 1, 1, 12, 0).PlusDays(q.From).InZoneLeniently(Paris).ToInstant());
        var first = when.Occurrences(new LocalDate(2026, 1, 1), after.InUtc().Date.PlusDays(12 * 366 - 1), HolidayCalendar.None).Items.FirstOrDefault(o => o.At > after);
        return Equals(first, when.Next(after, HolidayCalendar.None));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_rule_reads_back_as_written() => Prop.ForAll(Questions, q =>
        Recurrence.Parse(Made(q.Rule, q.Start).ToString()).Require().Equals(Made(q.Rule, q.Start))).QuickCheckThrowOnFailure();

    /// <summary>RFC 5545 in another way for weekly rules: counting whole weeks between Mondays.</summary>
    [Fact]
    public void Weekly_rules_agree_with_a_count_of_weeks() => Prop.ForAll(
        (from interval in Gen.Choose(1, 5) from shift in Gen.Choose(0, 60) from mask in Gen.Choose(1, 127) select (interval, shift, mask)).ToArbitrary(), q =>
    {
        var start = new LocalDate(2026, 1, 1).PlusDays(q.shift);
        var days = Enumerable.Range(0, 7).Where(d => (q.mask >> d & 1) == 1).ToList();
        string[] names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        var rule = RecurrenceRule.Parse($"FREQ=WEEKLY;INTERVAL={q.interval};BYDAY={string.Join(',', days.Select(d => names[d]))}").Require();
        var monday = start.PlusDays(1 - (int)start.DayOfWeek);
        var expected = Enumerable.Range(0, 200).Select(start.PlusDays)
            .Where(date => days.Contains((int)date.DayOfWeek - 1) && Period.DaysBetween(monday, date) / 7 % q.interval == 0);
        return expected.SequenceEqual(new RuleExpansion(rule, start, 100_000).Dates(start, start.PlusDays(199)));
    }).QuickCheckThrowOnFailure();
}
