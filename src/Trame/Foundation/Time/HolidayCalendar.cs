using System.Collections.Concurrent;
using System.Collections.Frozen;
using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Public and school holidays of a place. Thread-safe; public holidays are computed once per year.</summary>
public sealed class HolidayCalendar(PublicHolidayRegion region, SchoolHolidays? school = null)
{
    /// <summary>No public holiday, and school holidays not known: the ordinary week.</summary>
    public static HolidayCalendar None { get; } = new(PublicHolidayRegion.None);

    private readonly ConcurrentDictionary<int, FrozenDictionary<LocalDate, PublicHoliday>> _years = [];

    public PublicHolidayRegion Region { get; } = region;
    public SchoolHolidays? School { get; } = school;

    public bool IsPublicHoliday(LocalDate date) => PublicHolidayOn(date) is not null;

    public PublicHoliday? PublicHolidayOn(LocalDate date) =>
        Region == PublicHolidayRegion.None || date.Year is < 1583 or > 9998 ? null : Year(date.Year).GetValueOrDefault(date);

    /// <summary>Null: not known, because no file covers that day.</summary>
    public bool? IsSchoolHoliday(LocalDate date) => School?.IsHoliday(date);

    private FrozenDictionary<LocalDate, PublicHoliday> Year(int year) => _years.GetOrAdd(year, static (y, r) =>
        // Two holidays may share a day (1 May 2008 was Ascension too): the first named stands.
        PublicHolidays.Of(y, r).DistinctBy(h => h.Date).ToFrozenDictionary(h => h.Date), Region);
}
