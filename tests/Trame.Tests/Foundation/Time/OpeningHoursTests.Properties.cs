using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed partial class OpeningHoursTests
{
    private static readonly CultureInfo French = new("fr");

    private static Gen<string> Of(params string[] pieces) => Gen.Elements(pieces);

    private static readonly Gen<string> Rules =
        from season in Of("", "", "", "Jul-Aug ", "Dec 24-26 ", "2026 Dec 24-2027 Jan 02 ", "week 01-53/2 ", "easter -2 days ", "Nov-Feb ", "2026+ ", "Mar Su[-1]-Oct Su[-1] ")
        from days in Of("", "Mo-Fr ", "Sa ", "Fr-Mo ", "Mo,We,PH ", "PH ", "SH Mo-Fr ", "Tu[1] ", "We[-1] ", "PH -1 day ")
        from times in Of("", "09:00-12:00", "09:00-12:00,13:30-17:00", "22:00-02:00", "17:00+", "10:00-16:00+", "00:00-24:00", "20:00-40:00")
        from end in Of("", "", "", " off", " unknown", " \"sonner\"")
        // "Tu[1], SH Mo-Fr": without hours or a word, a comma goes on with the list of days, as the specification says
        let stated = times.Length + end.Length == 0 ? "open" : times + end
        select (season + days + stated).Trim();

    private static readonly Arbitrary<string> Texts = (
        from first in Rules
        from others in Gen.ListOf(Gen.Zip(Of("; ", "; ", ", ", " || "), Rules)).Resize(4)
        select first + string.Concat(others.Select(o => o.Item1 + o.Item2))).ToArbitrary();

    private static readonly Arbitrary<string> Noise = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.ListOf(Of("Mo", "-", ":", "[", "]", "09", "2026", "Dec", "week", " ", ",", ";", "||", "\"", "easter", "+", "/", "PH", "off", "24/7", "é", "😀", "\0", "12:00", "h", "day")).Resize(30).Select(string.Concat)).ToArbitrary();

    private static readonly Arbitrary<int> Minutes = Gen.Choose(0, 3 * 365 * 1440).ToArbitrary();

    private static LocalDateTime Minute(int n) => new LocalDateTime(2026, 1, 1, 0, 0).PlusMinutes(n);

    [Fact]
    public void Canonical_text_reads_back_as_itself() => Prop.ForAll(Texts, text =>
    {
        var hours = OpeningHours.Parse(text).Require();
        return OpeningHours.Parse(hours.ToString()).Require().Equals(hours);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Canonical_text_means_the_same() => Prop.ForAll(Texts, Minutes, (text, n) =>
        OpeningHours.Parse(Hours(text).ToString()).Require().StateAt(Minute(n), France) == Hours(text).StateAt(Minute(n), France)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_whatever_makes_it_throw() => Prop.ForAll(Noise, text =>
    {
        var parsed = OpeningHours.Parse(text);
        if (parsed.Ok) HoursText.Describe(parsed.Value, French).Length.ShouldBeGreaterThan(0);
        else (parsed.Error.Column >= 1 && parsed.Error.Column <= text.Length + 1 && parsed.Error.Say(French).Length > 0).ShouldBeTrue();
        HumanHours.ParseDay(text);
        RecurrenceRule.Parse(text);
        Recurrence.Parse(text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Being_open_agrees_with_the_intervals_of_the_day() => Prop.ForAll(Texts, Minutes, (text, n) =>
    {
        var (hours, at) = (Hours(text), Minute(n));
        var interval = hours.IntervalsOn(at.Date, France).SingleOrDefault(i => i.Start <= at && at < i.End);
        return hours.StateAt(at, France) == (interval?.State ?? OpenState.Closed);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_next_opening_is_open_and_the_minute_before_is_not() => Prop.ForAll(Texts, Minutes, (text, n) =>
    {
        var (hours, from) = (Hours(text), Minute(n));
        if (hours.NextOpening(from, France) is not { } next) return true;
        return next >= from && hours.IsOpen(next, France) && (next == from || !hours.IsOpen(next.PlusMinutes(-1), France));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Closing_those_days_closes_them_and_no_other() => Prop.ForAll(Texts, Minutes, (text, n) =>
    {
        var (hours, at) = (Hours(text), Minute(n));
        var closed = hours.WithClosure(at.Date, at.Date.PlusDays(1));
        // The night before may run on into the first day: it belongs to its own.
        var dayAfterFirst = at.PlusDays(1);
        var other = at.PlusDays(40);
        return !closed.IsOpen(dayAfterFirst, France) && closed.StateAt(other, France) == hours.StateAt(other, France);
    }).QuickCheckThrowOnFailure();

    /// <summary>Another evaluator for plain weeks: it paints the minutes of each rule on three days, knowing nothing of spans.</summary>
    [Fact]
    public void A_naive_painter_of_minutes_agrees() => Prop.ForAll(
        (from rules in Gen.NonEmptyListOf(
             from first in Gen.Choose(1, 7) from last in Gen.Choose(1, 7) from start in Gen.Choose(0, 47) from length in Gen.Choose(1, 47)
             select (first, last, start, length)).Resize(5)
         select (IReadOnlyList<(int From, int To, int Start, int Length)>)[.. rules]).ToArbitrary(), rules =>
    {
        var text = string.Join("; ", rules.Select(r => $"{Names[r.From]}-{Names[r.To]} {Clock(r.Start)}-{Clock((r.Start + r.Length) % 48)}"));
        var hours = Hours(text);
        for (var half = 0; half < 7 * 48; half++)
        {
            var at = new LocalDateTime(2026, 11, 16, 0, 0).PlusMinutes(half * 30L);
            if (hours.IsOpen(at, HolidayCalendar.None) != Naive(rules, half / 48, half % 48)) return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    private static readonly string[] Names = ["", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    private static string Clock(int half) => $"{half / 2:00}:{half % 2 * 30:00}";

    private static bool Naive(IReadOnlyList<(int From, int To, int Start, int Length)> rules, int day, int half)
    {
        // The last rule that names a day decides for it; a night belongs to the day before.
        bool OnDay(int weekday, int slot)
        {
            for (var i = rules.Count - 1; i >= 0; i--)
            {
                var (named, d) = (false, rules[i].From);
                while (true)
                {
                    named |= d == weekday;
                    if (d == rules[i].To) break;
                    d = d % 7 + 1;
                }
                if (named) return slot >= rules[i].Start && slot < rules[i].Start + rules[i].Length;
            }
            return false;
        }
        return OnDay(day + 1, half) || OnDay((day + 6) % 7 + 1, half + 48);
    }

    [Fact]
    public void A_hundred_thousand_questions_allocate_little()
    {
        var hours = Hours("Mo-Fr 08:00-12:00,13:30-18:00; Sa 09:00-12:00; PH off; 2026 Dec 24-26 off");
        hours.IsOpen(Minute(0), France);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100_000; i++) hours.IsOpen(Minute(i * 13), France);
        ((GC.GetAllocatedBytesForCurrentThread() - before) / 100_000).ShouldBeLessThan(1500); // bytes per question
    }
}
