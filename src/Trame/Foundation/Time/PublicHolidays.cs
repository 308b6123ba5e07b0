using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Public holidays by law, computed for any year from 1583.</summary>
/// <remarks>France: Code du travail, art. L3133-1 (the eleven), L3134-13 (Alsace and Moselle: Good Friday, in communes with a Protestant temple
/// or a mixed church, and 26 December), L3422-2 (abolition of slavery overseas). Belgium: arrêté royal of 18 April 1974, art. 1 (the ten).
/// Days of custom only (Mardi gras in the Antilles, fêtes des communautés in Belgium) are not public holidays and are left out.</remarks>
public static class PublicHolidays
{
    /// <summary>In order of date; empty for <see cref="PublicHolidayRegion.None"/>.</summary>
    public static IReadOnlyList<PublicHoliday> Of(int year, PublicHolidayRegion region)
    {
        if (region == PublicHolidayRegion.None) return [];
        IEnumerable<PublicHoliday> days = [.. Shared(year), .. region == PublicHolidayRegion.Belgium ? Belgian(year) : French(year), .. Local(year, region)];
        return [.. days.OrderBy(d => d.Date)];
    }

    private static IEnumerable<PublicHoliday> Shared(int year)
    {
        var easter = EasterDay.Of(year);
        yield return Fixed(year, 1, 1, "new-year");
        yield return new(easter.PlusDays(1), "time.ph.easter-monday");
        yield return Fixed(year, 5, 1, "labour");
        yield return new(easter.PlusDays(39), "time.ph.ascension");
        yield return new(easter.PlusDays(50), "time.ph.whit-monday");
        yield return Fixed(year, 8, 15, "assumption");
        yield return Fixed(year, 11, 1, "all-saints");
        yield return Fixed(year, 11, 11, "armistice");
        yield return Fixed(year, 12, 25, "christmas");
    }

    private static IEnumerable<PublicHoliday> French(int year) =>
        [Fixed(year, 5, 8, "victory"), Fixed(year, 7, 14, "bastille")];

    private static IEnumerable<PublicHoliday> Belgian(int year) => [Fixed(year, 7, 21, "belgium")];

    private static IEnumerable<PublicHoliday> Local(int year, PublicHolidayRegion region) => region switch
    {
        PublicHolidayRegion.AlsaceMoselle => [new(EasterDay.Of(year).PlusDays(-2), "time.ph.good-friday"), Fixed(year, 12, 26, "saint-stephen")],
        PublicHolidayRegion.Guadeloupe => [Fixed(year, 5, 27, "abolition")],
        PublicHolidayRegion.Martinique => [Fixed(year, 5, 22, "abolition")],
        PublicHolidayRegion.Guyane => [Fixed(year, 6, 10, "abolition")],
        PublicHolidayRegion.Reunion => [Fixed(year, 12, 20, "abolition")],
        PublicHolidayRegion.Mayotte => [Fixed(year, 4, 27, "abolition")],
        PublicHolidayRegion.SaintBarthelemy => [Fixed(year, 10, 9, "abolition")],
        PublicHolidayRegion.SaintMartin => [Fixed(year, 5, 28, "abolition")],
        _ => [],
    };

    private static PublicHoliday Fixed(int year, int month, int day, string name) => new(new LocalDate(year, month, day), "time.ph." + name);
}
