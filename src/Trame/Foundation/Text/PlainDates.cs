using System.Globalization;
using NodaTime;

namespace Trame.Foundation.Text;

/// <summary>Dates and times as people say them: « mercredi 26 novembre à 18 h 30 », "Wednesday 26 November at 18:30". A number never parts from its h (U+00A0).</summary>
public static class PlainDates
{
    private const char NoBreak = '\u00A0';

    /// <summary>« 12 novembre 2026 », « 1er mai 2026 ».</summary>
    public static string PlainDay(this LocalDate date, CultureInfo culture) => $"{DayAndMonth(date, culture)} {date.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>« jeudi 12 novembre ».</summary>
    public static string PlainWeekday(this LocalDate date, CultureInfo culture) => $"{date.DayOfWeek.Plain(culture)} {DayAndMonth(date, culture)}";

    public static string Plain(this IsoDayOfWeek day, CultureInfo culture) =>
        (PlainLanguage.IsEnglish(culture) ? PlainLanguage.EnglishDays : PlainLanguage.FrenchDays)[(int)day - 1];

    /// <summary>« novembre 2026 ».</summary>
    public static string PlainMonth(this YearMonth month, CultureInfo culture) => $"{Month(month.Month, culture)} {month.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>« 10 h », « 18 h 30 »; "10:00", "18:30", as the sentences of opening hours say them.</summary>
    public static string PlainTime(this LocalTime time, CultureInfo culture)
    {
        var minutes = time.Minute.ToString("00", CultureInfo.InvariantCulture);
        if (!PlainLanguage.IsEnglish(culture))
            return time.Minute == 0 ? $"{Digits(time.Hour)}{NoBreak}h" : $"{Digits(time.Hour)}{NoBreak}h{NoBreak}{minutes}";
        return $"{Digits(time.Hour)}:{minutes}";
    }

    /// <summary>« jeudi 10 h »: a habit, not a date.</summary>
    public static string PlainWeekly(this LocalDateTime moment, CultureInfo culture) => $"{moment.DayOfWeek.Plain(culture)} {moment.TimeOfDay.PlainTime(culture)}";

    /// <summary>« mercredi 26 novembre à 18 h 30 ».</summary>
    public static string PlainMoment(this LocalDateTime moment, CultureInfo culture) =>
        $"{moment.Date.PlainWeekday(culture)} {At(culture)} {moment.TimeOfDay.PlainTime(culture)}";

    /// <summary>The same, seen from today: « aujourd'hui à 10 h », « demain à 10 h », the year when it is not this one.</summary>
    public static string PlainMoment(this LocalDateTime moment, LocalDate today, CultureInfo culture) =>
        $"{moment.Date.PlainDay(today, culture)} {At(culture)} {moment.TimeOfDay.PlainTime(culture)}";

    /// <summary>« aujourd'hui », « demain », « jeudi 26 novembre », the year when it is not this one.</summary>
    public static string PlainDay(this LocalDate day, LocalDate today, CultureInfo culture)
    {
        var english = PlainLanguage.IsEnglish(culture);
        return Period.DaysBetween(today, day) switch
        {
            -1 => english ? "yesterday" : "hier",
            0 => english ? "today" : "aujourd’hui",
            1 => english ? "tomorrow" : "demain",
            _ when day.Year == today.Year => day.PlainWeekday(culture),
            _ => $"{day.DayOfWeek.Plain(culture)} {day.PlainDay(culture)}",
        };
    }

    /// <summary>« il y a 3 jours », "3 days ago"; what is to come reads « dans 2 heures », "in 2 hours". Rounded down to its largest whole unit.</summary>
    public static string PlainSince(this Instant then, Instant now, CultureInfo culture)
    {
        var gap = now - then;
        var isPast = gap >= Duration.Zero;
        var minutes = (long)(isPast ? gap : -gap).TotalMinutes;
        var english = PlainLanguage.IsEnglish(culture);
        if (minutes < 1) return english ? "just now" : "à l’instant";
        var amount = Amount(minutes, culture);
        return (isPast, english) switch
        {
            (true, true) => $"{amount} ago",
            (true, false) => $"il y a {amount}",
            (false, true) => $"in {amount}",
            (false, false) => $"dans {amount}",
        };
    }

    private static string Amount(long minutes, CultureInfo culture)
    {
        var english = PlainLanguage.IsEnglish(culture);
        var days = minutes / 1_440;
        return (minutes, days) switch
        {
            ( < 60, _) => Plural.Pick(culture, minutes, "1 minute|{0} minutes"),
            (_, 0) => Plural.Pick(culture, minutes / 60, english ? "1 hour|{0} hours" : "1 heure|{0} heures"),
            (_, < 31) => Plural.Pick(culture, days, english ? "1 day|{0} days" : "1 jour|{0} jours"),
            (_, < 365) => Plural.Pick(culture, days / 30, english ? "1 month|{0} months" : "1 mois|{0} mois"),
            _ => Plural.Pick(culture, days / 365, english ? "1 year|{0} years" : "1 an|{0} ans"),
        };
    }

    private static string DayAndMonth(LocalDate date, CultureInfo culture)
    {
        var first = date.Day == 1 && !PlainLanguage.IsEnglish(culture);
        return $"{(first ? "1er" : Digits(date.Day))} {Month(date.Month, culture)}";
    }

    private static string Month(int month, CultureInfo culture) =>
        (PlainLanguage.IsEnglish(culture) ? PlainLanguage.EnglishMonths : PlainLanguage.FrenchMonths)[month - 1];

    private static string At(CultureInfo culture) => PlainLanguage.IsEnglish(culture) ? "at" : "à";

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
