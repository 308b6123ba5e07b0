using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>The nth weekday of a month (n from 1 to 5) or the nth from its end (n from -1 to -5). A fifth one that does not exist falls in the next or previous month: callers check.</summary>
internal static class NthWeekday
{
    public static LocalDate Of(int year, int month, IsoDayOfWeek day, int nth)
    {
        if (nth > 0)
        {
            var first = new LocalDate(year, month, 1);
            return first.PlusDays(((int)day - (int)first.DayOfWeek + 7) % 7 + 7 * (nth - 1));
        }
        var last = new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month));
        return last.PlusDays(-(((int)last.DayOfWeek - (int)day + 7) % 7) + 7 * (nth + 1));
    }
}
