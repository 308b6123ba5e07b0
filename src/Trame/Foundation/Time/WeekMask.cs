using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>The typical week of some opening hours, hour by hour, and the facts that filters ask for.</summary>
/// <param name="Hours">168 characters, Monday 00 h first: '1' when some minute of that hour is open in at least one week in four of the year
/// (so every other week counts, once a month does not). Public holidays are left out, school holidays are not known.</param>
/// <param name="Saturday">Opens on some Saturday of the year.</param>
/// <param name="Sunday">Opens on some Sunday of the year.</param>
/// <param name="Evening">Is open after 19:00 on some day of the year.</param>
/// <param name="August">Opens on some day of August that is not a public holiday.</param>
/// <param name="PublicHolidays">Opens on some public holiday of the year.</param>
public sealed record WeekMask(string Hours, bool Saturday, bool Sunday, bool Evening, bool August, bool PublicHolidays)
{
    private const int Weeks = 52;
    private const int TypicalWeeks = Weeks / 4;
    private const int EveningHour = 19;

    public bool OpenAt(IsoDayOfWeek day, int hour) => Hours[((int)day - 1) * 24 + hour] == '1';

    /// <param name="hours">What is written.</param>
    /// <param name="reference">Any day: the 52 weeks from its Monday are looked at (one week when all are alike), and the holidays from it.</param>
    /// <param name="calendar">Which public holidays; they only serve the facts August and PublicHolidays.</param>
    public static WeekMask Of(OpeningHours hours, LocalDate reference, HolidayCalendar calendar)
    {
        var weeks = hours.SameEveryWeek ? 1 : Weeks;
        var monday = MondayOf(reference);
        var open = new int[168];
        for (var day = 0; day < weeks * 7; day++) Count(open, day % 7, hours.IntervalsOn(monday.PlusDays(day), HolidayCalendar.None));

        var least = weeks == 1 ? 1 : TypicalWeeks;
        var mask = string.Create(168, (open, least), static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = from.open[i] >= from.least ? '1' : '0';
        });
        var evening = Enumerable.Range(0, 168).Any(i => i % 24 >= EveningHour && open[i] > 0);
        return new WeekMask(mask, AnyOn(open, 5), AnyOn(open, 6), evening, InAugust(hours, reference, calendar), OnHolidays(hours, reference, calendar));
    }

    internal static LocalDate MondayOf(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    /// <summary>Adds one to each hour of that day (0 = Monday) of which some minute is open.</summary>
    internal static void Count(int[] open, int day, IReadOnlyList<OpenInterval> intervals)
    {
        var counted = -1;
        foreach (var interval in intervals)
        {
            if (interval.State != OpenState.Open) continue;
            var end = interval.End.TimeOfDay == LocalTime.Midnight ? 24 : interval.End.Hour + (interval.End.Minute > 0 ? 1 : 0);
            for (var hour = Math.Max(interval.Start.Hour, counted + 1); hour < end; hour++) open[day * 24 + (counted = hour)]++;
        }
    }

    private static bool AnyOn(int[] open, int day) => open.AsSpan(day * 24, 24).ContainsAnyExcept(0);

    private static bool InAugust(OpeningHours hours, LocalDate reference, HolidayCalendar calendar)
    {
        var year = reference.Month > 8 ? reference.Year + 1 : reference.Year;
        return Enumerable.Range(1, 31).Select(day => new LocalDate(year, 8, day))
            .Any(date => !calendar.IsPublicHoliday(date) && hours.OpenIn(date, date, calendar));
    }

    private static bool OnHolidays(OpeningHours hours, LocalDate reference, HolidayCalendar calendar) =>
        PublicHolidaysAfter(reference, calendar).Any(holiday => hours.OpenIn(holiday.Date, holiday.Date, calendar));

    private static IEnumerable<PublicHoliday> PublicHolidaysAfter(LocalDate reference, HolidayCalendar calendar) =>
        Time.PublicHolidays.Of(reference.Year, calendar.Region).Concat(Time.PublicHolidays.Of(reference.Year + 1, calendar.Region))
            .Where(h => h.Date >= reference && h.Date < reference.PlusYears(1));
}
