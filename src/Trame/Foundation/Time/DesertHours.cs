using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>The hours when nothing is open, in an ordinary week and in a week of August.</summary>
public sealed record DesertHours(WeekCounts Reference, WeekCounts August)
{
    /// <param name="places">Hours of each place.</param>
    /// <param name="referenceWeek">Any day of the ordinary week.</param>
    /// <param name="calendar">Holidays of the territory; both weeks are taken as they are, holidays included.</param>
    /// <remarks>The August week is the one of 10 August of that year, or of the next when August is over.</remarks>
    public static DesertHours Of(IReadOnlyCollection<OpeningHours> places, LocalDate referenceWeek, HolidayCalendar calendar)
    {
        var year = referenceWeek.Month > 8 ? referenceWeek.Year + 1 : referenceWeek.Year;
        return new DesertHours(
            WeekOf(places, WeekMask.MondayOf(referenceWeek), calendar),
            WeekOf(places, WeekMask.MondayOf(new LocalDate(year, 8, 10)), calendar));
    }

    public static WeekCounts WeekOf(IReadOnlyCollection<OpeningHours> places, LocalDate anyDay, HolidayCalendar calendar)
    {
        var monday = WeekMask.MondayOf(anyDay);
        var counts = new int[168];
        foreach (var (hours, times) in places.CountBy(h => h)) // a register repeats its texts: each is evaluated once
        {
            var one = new int[168];
            for (var day = 0; day < 7; day++) WeekMask.Count(one, day, hours.IntervalsOn(monday.PlusDays(day), calendar));
            for (var i = 0; i < 168; i++) counts[i] += one[i] * times;
        }
        return new WeekCounts(monday, places.Count, counts);
    }
}
