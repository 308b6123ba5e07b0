using System.Collections.Concurrent;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Time;

namespace Trame.Foundation.Spaces;

/// <summary>How time is told in a space: its zone, its public holidays, its school holidays.</summary>
public sealed record SpaceCalendar(DateTimeZone Zone, HolidayCalendar Holidays)
{
    private static readonly ConcurrentDictionary<(string, string, string), SpaceCalendar> Known = new();

    public static SpaceCalendar Of(SpaceSettings settings) => Of(settings.TimeZone, settings.Country, settings.SchoolZone);

    /// <summary>Read from the rows themselves, where a hook on saving has no request to ask.</summary>
    internal static SpaceCalendar Of(TrameDb db)
    {
        string[] keys = [nameof(SpaceSettings.TimeZone), nameof(SpaceSettings.Country), nameof(SpaceSettings.SchoolZone)];
        var rows = db.Set<Setting>().Where(s => keys.Contains(s.Key)).ToDictionary(s => s.Key, s => s.Value);
        var usual = new SpaceSettings();
        return Of(rows.GetValueOrDefault(keys[0], usual.TimeZone), rows.GetValueOrDefault(keys[1], usual.Country), rows.GetValueOrDefault(keys[2], usual.SchoolZone));
    }

    public LocalDateTime Local(Instant at) => at.InZone(Zone).LocalDateTime;

    public LocalDate Today(Instant now) => Local(now).Date;

    public Instant StartOf(LocalDate day) => day.AtStartOfDayInZone(Zone).ToInstant();

    private static SpaceCalendar Of(string zone, string country, string school) => Known.GetOrAdd((zone, country, school), static key => new(
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(key.Item1) ?? DateTimeZoneProviders.Tzdb["Europe/Paris"],
        new HolidayCalendar(Region(key.Item2), Enum.TryParse<SchoolZone>(key.Item3, out var letter) && Enum.IsDefined(letter) ? SchoolHolidays.French(letter) : null)));

    private static PublicHolidayRegion Region(string country) => country switch
    {
        "FR" => PublicHolidayRegion.France,
        "BE" => PublicHolidayRegion.Belgium,
        _ => PublicHolidayRegion.None,
    };
}
