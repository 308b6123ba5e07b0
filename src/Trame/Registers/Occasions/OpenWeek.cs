using System.Collections.Concurrent;
using NodaTime;
using Trame.Foundation.Spaces;
using Trame.Foundation.Time;

namespace Trame.Registers.Occasions;

/// <summary>The typical week of an occasion and the facts that filters ask for: a place by its hours (and those of its stops), a moment by the times of the coming year.</summary>
public sealed record OpenWeek(string Mask, bool Saturday, bool Sunday, bool Evening, bool August, bool PublicHolidays)
{
    public static readonly OpenWeek Unknown = new("", false, false, false, false, false);

    private const int MostKept = 20_000;
    private const int EveningHour = 19;

    // A register repeats the same few thousand texts, and a year of alternating weeks takes milliseconds to walk through.
    private static readonly ConcurrentDictionary<(string Hours, LocalDate Monday, PublicHolidayRegion Region, SchoolZone? School), OpenWeek> Kept = new();

    public static OpenWeek Of(Occasion occasion, SpaceCalendar calendar, Instant now)
    {
        var today = calendar.Today(now);
        if (occasion.Kind == OccasionKind.Moment) return OfTimes(OccasionTimes.Between(occasion, calendar, today, today.PlusYears(1)), calendar);
        return occasion.Stops.Select(s => s.Hours).Prepend(occasion.Hours).Where(h => h.Length > 0).Distinct()
            .Aggregate(Unknown, (week, hours) => week.With(OfHours(hours, calendar, today)));
    }

    private static OpenWeek OfHours(string hours, SpaceCalendar calendar, LocalDate today)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        if (Kept.Count > MostKept) Kept.Clear();
        return Kept.GetOrAdd((hours, monday, calendar.Holidays.Region, calendar.Holidays.School?.Zone), static (key, holidays) =>
        {
            if (OpeningHours.Parse(key.Hours) is not { Ok: true } parsed) return Unknown;
            var mask = WeekMask.Of(parsed.Value!, key.Monday, holidays);
            return new OpenWeek(mask.Hours, mask.Saturday, mask.Sunday, mask.Evening, mask.August, mask.PublicHolidays);
        }, calendar.Holidays);
    }

    private static OpenWeek OfTimes(IReadOnlyList<OccasionTime> times, SpaceCalendar calendar) => new("",
        times.Any(t => t.Start.DayOfWeek == IsoDayOfWeek.Saturday),
        times.Any(t => t.Start.DayOfWeek == IsoDayOfWeek.Sunday),
        times.Any(t => !t.AllDay && (t.Start.Hour >= EveningHour || t.End.Date > t.Start.Date || t.End.TimeOfDay > new LocalTime(EveningHour, 0))),
        times.Any(t => t.Start.Month == 8),
        times.Any(t => calendar.Holidays.IsPublicHoliday(t.Start.Date)));

    private OpenWeek With(OpenWeek other) => new(
        Mask.Length == 0 ? other.Mask : other.Mask.Length == 0 ? Mask : string.Concat(Mask.Zip(other.Mask, (a, b) => a == '1' ? a : b)),
        Saturday || other.Saturday, Sunday || other.Sunday, Evening || other.Evening, August || other.August, PublicHolidays || other.PublicHolidays);
}
