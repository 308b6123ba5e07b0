using System.Globalization;

namespace Trame.Foundation.Time;

/// <summary>The years, dates and weeks of a rule, in words.</summary>
internal static class HoursSeasonText
{
    public static IEnumerable<string> Of(HoursRule rule, CultureInfo culture)
    {
        if (rule.Years.Count > 0) yield return TimeWords.Join(culture, [.. rule.Years.Select(y => Years(y, culture))]);
        if (rule.Dates.Count > 0) yield return TimeWords.Join(culture, [.. rule.Dates.Select(d => Dates(d, culture))]);
        if (rule.Weeks.Count > 0) yield return TimeWords.Join(culture, [.. rule.Weeks.Select(w => Weeks(w, culture))]);
    }

    private static string Years(YearRange years, CultureInfo culture)
    {
        var from = Number(years.From);
        var said = years.To == int.MaxValue ? TimeWords.Say(culture, "time.say.years-on", from)
            : years.To == years.From ? TimeWords.Say(culture, "time.say.year", from)
            : TimeWords.Say(culture, "time.say.years", from, Number(years.To));
        return years.Step == 1 ? said : TimeWords.Say(culture, "time.say.one-year-in", said, years.Step);
    }

    private static string Dates(DateSpan span, CultureInfo culture)
    {
        var (from, to) = (span.From, span.To);
        if (span.OpenEnd) return TimeWords.Say(culture, from.WholeMonth ? "time.say.years-on" : "time.say.dates-on", Point(from, culture));
        if (to is null && from.Offset != 0) return Point(from, culture);
        if (from.Offset != 0 || to?.Offset is not (null or 0)) return TimeWords.Say(culture, "time.say.between", Point(from, culture), Point(to ?? from, culture));
        if (to is null) return TimeWords.Say(culture, from.WholeMonth ? "time.say.month" : "time.say.on-date", Point(from, culture));
        if (from.WholeMonth && to.WholeMonth) return TimeWords.Say(culture, "time.say.months", Point(from, culture), Point(to, culture));
        var start = to.Year == from.Year ? @from with { Year = null } : from; // "du 24 au 26 décembre 2026": the year is said once
        var (first, last) = (from.WholeMonth ? start with { Day = 1 } : start, to.WholeMonth ? to with { Day = LastDay(to) } : to);
        var sameMonth = first.Month == last.Month && first is { Day: > 0, Offset: 0 } && last is { Day: > 0, Offset: 0 } && start.Year is null;
        return TimeWords.Say(culture, "time.say.dates", sameMonth && first.Day > 1 ? Number(first.Day) : Point(first, culture), Point(last, culture));
    }

    private static int LastDay(DatePoint month) => NodaTime.CalendarSystem.Iso.GetDaysInMonth(month.Year ?? 2026, month.Month);

    private static string Point(DatePoint point, CultureInfo culture)
    {
        var year = point.Year is { } y ? " " + Number(y) : "";
        if (point is { Easter: true, Offset: not 0 }) return HoursDaysText.Moved(point.Offset, culture, "time.of.easter") + year;
        var said = point switch
        {
            { Easter: true } => TimeWords.Say(culture, "time.say.easter") + year,
            { Nth: not 0 } => TimeWords.Say(culture, point.Month is 4 or 8 or 10 ? "time.say.nth-of-vowel" : "time.say.nth-of", HoursDaysText.Nth(point.Nth, culture), TimeWords.Day(culture, point.Weekday), TimeWords.Month(culture, point.Month)) + year,
            { Day: 0 } => TimeWords.Month(culture, point.Month) + year,
            _ => TimeWords.Date(culture, point.Month, point.Day, point.Year),
        };
        return point.Offset == 0 ? said : HoursDaysText.Moved(point.Offset, culture, "time.of.day", said);
    }

    private static string Weeks(WeekRange weeks, CultureInfo culture)
    {
        if (weeks.From == weeks.To) return TimeWords.Say(culture, "time.say.week", weeks.From);
        if (weeks.Step == 1) return TimeWords.Say(culture, "time.say.weeks", weeks.From, weeks.To);
        if (weeks is { Step: 2, From: <= 2, To: >= 52 } or { Step: 2, From: 1, To: 51 })
            return TimeWords.Say(culture, weeks.From == 1 ? "time.say.weeks-odd" : "time.say.weeks-even");
        return weeks.Step == 2
            ? TimeWords.Say(culture, "time.say.every-other-week", weeks.From, weeks.To)
            : TimeWords.Say(culture, "time.say.weeks-step", weeks.From, weeks.To, weeks.Step);
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
