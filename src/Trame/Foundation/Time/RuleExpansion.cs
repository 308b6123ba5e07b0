using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>The dates of a rule, period by period (days, weeks, months or years), in order, within a budget of steps.</summary>
/// <remarks>One step is one day looked at. A rule that never matches costs its budget and no more; without COUNT the periods before the
/// wanted range are jumped over, with COUNT they must be counted.</remarks>
public sealed class RuleExpansion(RecurrenceRule rule, LocalDate start, int budget)
{
    // Date arithmetic stays inside the calendar (years up to 9999) whatever is asked.
    private const int LastYear = 9900;

    public int Steps { get; private set; }
    public bool CutShort { get; private set; }

    /// <summary>Dates of the rule from a day to another, both included; none before the start.</summary>
    public IEnumerable<LocalDate> Dates(LocalDate from, LocalDate to)
    {
        if (to.Year > LastYear) to = new LocalDate(LastYear, 12, 31);
        var counted = 0;
        for (long period = rule.Count is null ? FirstPeriod(from) : 0; ; period++)
        {
            if (PeriodStart(period) is not { } first || first > to) yield break;
            foreach (var date in Chosen(first))
            {
                if (date < start) continue;
                if (rule.Count is { } count && ++counted > count) yield break;
                if (date > to) yield break;
                if (date >= from) yield return date;
            }
            if (Steps < budget) continue;
            CutShort = true;
            yield break;
        }
    }

    private long FirstPeriod(LocalDate from)
    {
        if (from <= start) return 0;
        long whole = rule.Frequency switch
        {
            Frequency.Daily => Period.DaysBetween(start, from),
            Frequency.Weekly => Period.DaysBetween(start, from) / 7,
            Frequency.Monthly => (from.Year - start.Year) * 12L + from.Month - start.Month,
            _ => from.Year - start.Year,
        };
        return Math.Max(0, whole / rule.Interval - 1);
    }

    private LocalDate? PeriodStart(long period)
    {
        var steps = period * rule.Interval;
        if (steps > LastYear * 366L) return null;
        switch (rule.Frequency)
        {
            case Frequency.Daily:
            case Frequency.Weekly:
                var first = rule.Frequency == Frequency.Daily ? start : start.PlusDays(-(((int)start.DayOfWeek - (int)rule.WeekStart + 7) % 7));
                var days = steps * (rule.Frequency == Frequency.Daily ? 1 : 7);
                return days > (LastYear - start.Year) * 365L ? null : first.PlusDays((int)days);
            case Frequency.Monthly:
                var month = start.Year * 12L + start.Month - 1 + steps;
                return month / 12 > LastYear ? null : new LocalDate((int)(month / 12), (int)(month % 12) + 1, 1);
            default:
                return start.Year + steps > LastYear ? null : new LocalDate(start.Year + (int)steps, 1, 1);
        }
    }

    private IEnumerable<LocalDate> Chosen(LocalDate first)
    {
        var length = rule.Frequency switch
        {
            Frequency.Daily => 1,
            Frequency.Weekly => 7,
            Frequency.Monthly => CalendarSystem.Iso.GetDaysInMonth(first.Year, first.Month),
            _ => CalendarSystem.Iso.GetDaysInYear(first.Year),
        };
        Steps += length;
        var dates = new List<LocalDate>();
        for (var day = 0; day < length; day++)
            if (first.PlusDays(day) is var date && Matches(date)) dates.Add(date);
        return rule.BySetPos.Count == 0
            ? dates
            : rule.BySetPos.Select(p => p > 0 ? p - 1 : dates.Count + p).Where(i => i >= 0 && i < dates.Count).Distinct().Order().Select(i => dates[i]);
    }

    /// <summary>RFC 5545 expands or limits by a table; looking at each day of the period and asking whether it fits gives the same set.</summary>
    private bool Matches(LocalDate date)
    {
        if (rule.ByMonth.Count > 0 && !rule.ByMonth.Contains(date.Month)) return false;
        if (rule.ByMonthDay.Count > 0 && !rule.ByMonthDay.Any(d => FitsMonthDay(date, d))) return false;
        if (rule.ByDay.Count > 0) return rule.ByDay.Any(d => FitsDay(date, d));
        if (rule.ByMonthDay.Count > 0) return true;
        return rule.Frequency switch
        {
            Frequency.Daily => true,
            Frequency.Weekly => date.DayOfWeek == start.DayOfWeek,
            Frequency.Monthly => date.Day == start.Day,
            _ => date.Day == start.Day && (rule.ByMonth.Count > 0 || date.Month == start.Month),
        };
    }

    private static bool FitsMonthDay(LocalDate date, int day) =>
        day > 0 ? date.Day == day : date.Day == CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month) + 1 + day;

    private bool FitsDay(LocalDate date, RuleDay by)
    {
        if (date.DayOfWeek != by.Day) return false;
        if (by.Nth == 0) return true;
        var inYear = rule.Frequency == Frequency.Yearly && rule.ByMonth.Count == 0;
        var (place, length) = inYear
            ? (date.DayOfYear, CalendarSystem.Iso.GetDaysInYear(date.Year))
            : (date.Day, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month));
        return by.Nth > 0 ? (place - 1) / 7 + 1 == by.Nth : (length - place) / 7 + 1 == -by.Nth;
    }
}
