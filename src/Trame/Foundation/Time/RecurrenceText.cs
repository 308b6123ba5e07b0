using System.Globalization;
using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Says a recurrence as people do: "tous les jeudis à 10 h", "le 2e mardi du mois", "un samedi sur deux".</summary>
public static class RecurrenceText
{
    private const int MostDatesNamed = 4;

    /// <param name="when">What is said.</param>
    /// <param name="culture">In which language.</param>
    /// <param name="hour">With the hour of its beginning.</param>
    public static string Describe(Recurrence when, CultureInfo culture, bool hour = true)
    {
        var start = when.Start;
        if (when.Rule is not { } rule) return Timed(Say("time.rec.once", TimeWords.Day(culture, start.DayOfWeek), Date(start)));

        var said = Timed(Rhythm(rule, start.Date, culture));
        if (rule.Until is { } end) said = Say("time.rec.until", said, Date(end.In(when.Zone)));
        if (rule.Count is { } count) said = Say("time.rec.count", said, count);
        if (when.NotOnPublicHolidays || when.NotInSchoolHolidays)
            said = Say(!when.NotInSchoolHolidays ? "time.rec.except-ph" : !when.NotOnPublicHolidays ? "time.rec.except-sh" : "time.rec.except-both", said);
        if (when.Except.Count > 0) said = WithDates("time.rec.exdates", said, when.Except);
        return when.Also.Count > 0 ? WithDates("time.rec.rdates", said, when.Also) : said;

        string Timed(string sentence) => hour ? Say("time.rec.at", sentence, TimeWords.Hour(culture, start.Hour * 60 + start.Minute)) : sentence;
        string Say(string key, params object[] args) => TimeWords.Say(culture, key, args);
        string Date(LocalDateTime at) => TimeWords.Date(culture, at.Month, at.Day, at.Year);
        string WithDates(string key, string sentence, IReadOnlyList<LocalDateTime> dates) => dates.Count > MostDatesNamed
            ? Say(key + "-many", sentence, dates.Count)
            : Say(key, sentence, TimeWords.Join(culture, [.. dates.Order().Select(d => Say("time.rec.date", Date(d)))]));
    }

    private static string Rhythm(RecurrenceRule rule, LocalDate start, CultureInfo culture)
    {
        var said = rule.Frequency switch
        {
            Frequency.Daily => Daily(rule, culture),
            Frequency.Weekly => Weekly(rule, start, culture),
            Frequency.Monthly => Monthly(rule, start, culture),
            _ => Yearly(rule, start, culture),
        };
        if (rule.Frequency == Frequency.Yearly || rule.ByMonth.Count == 0) return said;
        return TimeWords.Say(culture, "time.rec.in-months", said, Months(rule, culture));
    }

    private static string Daily(RecurrenceRule rule, CultureInfo culture)
    {
        var every = rule.Interval switch
        {
            1 => TimeWords.Say(culture, "time.rec.daily"),
            2 => TimeWords.Say(culture, "time.rec.daily-2"),
            _ => TimeWords.Say(culture, "time.rec.daily-n", rule.Interval),
        };
        if (rule.ByDay.Count == 0 && rule.ByMonthDay.Count == 0) return every;
        if (rule.Interval == 1 && rule.ByMonthDay.Count == 0) return EachWeekday(rule.ByDay, culture);
        var only = rule.ByMonthDay.Count > 0 ? MonthDays(rule, culture) : List([.. rule.ByDay.Select(d => TimeWords.Day(culture, d.Day))], culture);
        return TimeWords.Say(culture, "time.rec.only-if", every, only);
    }

    private static string Weekly(RecurrenceRule rule, LocalDate start, CultureInfo culture)
    {
        IReadOnlyList<RuleDay> days = rule.ByDay.Count > 0 ? rule.ByDay : [new RuleDay(start.DayOfWeek)];
        if (rule.Interval == 1) return EachWeekday(days, culture);
        var names = List([.. days.OrderBy(d => d.Day).Select(d => TimeWords.Day(culture, d.Day))], culture);
        if (rule.Interval > 2) return TimeWords.Say(culture, "time.rec.weekly-n", rule.Interval, names);
        return TimeWords.Say(culture, days.Count == 1 ? "time.rec.weekly-2" : "time.rec.weekly-2-many", names);
    }

    private static string EachWeekday(IReadOnlyList<RuleDay> days, CultureInfo culture)
    {
        var set = days.Select(d => d.Day).Distinct().Order().ToList();
        if (set.Count == 7) return TimeWords.Say(culture, "time.rec.daily");
        if (set.Count >= 3 && set[^1] - set[0] == set.Count - 1)
            return TimeWords.Say(culture, "time.say.days-range", TimeWords.Day(culture, set[0]), TimeWords.Day(culture, set[^1]));
        return TimeWords.Say(culture, "time.rec.weekly", TimeWords.Join(culture, [.. set.Select(d => TimeWords.Days(culture, d))]));
    }

    private static string Monthly(RecurrenceRule rule, LocalDate start, CultureInfo culture)
    {
        if (rule.Interval == 1 && rule is { ByMonthDay.Count: 0, BySetPos.Count: 0 } && rule.ByDay.Count > 0 && rule.ByDay.All(d => d.Nth == 0))
            return EachWeekday(rule.ByDay, culture);
        var days = InMonth(rule, start, culture);
        return rule.Interval switch
        {
            1 => TimeWords.Say(culture, "time.rec.monthly", days),
            2 => TimeWords.Say(culture, "time.rec.monthly-2", days),
            _ => TimeWords.Say(culture, "time.rec.monthly-n", days, rule.Interval),
        };
    }

    private static string Yearly(RecurrenceRule rule, LocalDate start, CultureInfo culture)
    {
        string when;
        var inYear = rule.ByMonth.Count == 0 && rule.ByMonthDay.Count == 0;
        if (inYear && rule.ByDay.Count == 0) when = TimeWords.Say(culture, "time.rec.date", TimeWords.Date(culture, start.Month, start.Day));
        else if (inYear) when = TimeWords.Say(culture, "time.rec.of-year", InMonth(rule, start, culture));
        else
        {
            var days = TimeWords.Say(culture, "time.rec.monthly", InMonth(rule, start, culture));
            when = rule.ByMonth.Count == 0 ? days : TimeWords.Say(culture, "time.rec.in-months", days, Months(rule, culture));
        }
        return rule.Interval == 1 ? TimeWords.Say(culture, "time.rec.yearly-on", when) : TimeWords.Say(culture, "time.rec.yearly-n", when, rule.Interval);
    }

    /// <summary>"le 2e mardi", "le 15", "le dernier jour": to be followed by "du mois".</summary>
    private static string InMonth(RecurrenceRule rule, LocalDate start, CultureInfo culture)
    {
        if (rule.ByDay.Count == 0) return rule.ByMonthDay.Count > 0 ? MonthDays(rule, culture) : MonthDay(start.Day, culture);
        var workdays = rule.ByDay.Count == 5 && rule.ByDay.All(d => d.Nth == 0 && d.Day <= IsoDayOfWeek.Friday);
        var name = workdays ? TimeWords.Say(culture, "time.rec.workday")
            : TimeWords.Join(culture, [.. rule.ByDay.Select(d => TimeWords.Day(culture, d.Day))], "time.or");
        if (rule.BySetPos.Count > 0 && rule.ByDay.All(d => d.Nth == 0) && rule.ByMonthDay.Count == 0)
            return TimeWords.Join(culture, [.. rule.BySetPos.Select(p => TimeWords.Say(culture, "time.rec.nth", HoursDaysText.Nth(p, culture), name))]);
        var days = TimeWords.Join(culture, [.. rule.ByDay.Select(d => d.Nth == 0
            ? TimeWords.Say(culture, "time.rec.weekly", TimeWords.Days(culture, d.Day))
            : TimeWords.Say(culture, "time.rec.nth", HoursDaysText.Nth(d.Nth, culture), TimeWords.Day(culture, d.Day)))]);
        if (rule.ByMonthDay.Count > 0) days = TimeWords.Say(culture, "time.rec.only-if", days, MonthDays(rule, culture));
        return rule.BySetPos.Count == 0 ? days
            : TimeWords.Say(culture, "time.rec.setpos", days, TimeWords.Join(culture, [.. rule.BySetPos.Select(p => HoursDaysText.Nth(p, culture))]));
    }

    private static string MonthDays(RecurrenceRule rule, CultureInfo culture) => TimeWords.Join(culture, [.. rule.ByMonthDay.Select(d => MonthDay(d, culture))]);

    private static string MonthDay(int day, CultureInfo culture) => day switch
    {
        1 => TimeWords.Say(culture, "time.rec.first-day"),
        > 1 => TimeWords.Say(culture, "time.rec.the-day", day),
        -1 => TimeWords.Say(culture, "time.rec.last-day"),
        _ => TimeWords.Say(culture, "time.rec.day-from-end", -day),
    };

    private static string Months(RecurrenceRule rule, CultureInfo culture) =>
        TimeWords.Join(culture, [.. rule.ByMonth.Order().Select(m => TimeWords.Month(culture, m))]);

    /// <summary>"lundi et le jeudi": the article of the first stands in the sentence.</summary>
    private static string List(IReadOnlyList<string> days, CultureInfo culture) => TimeWords.Join(culture, days, "time.rec.and-the");
}
