using System.Globalization;
using NodaTime;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed class HolidayCalendarTests
{
    [Theory] // published dates of Easter Sunday, the earliest (1818) and latest (1943) possible included
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    public void Easter_falls_when_the_tables_say(int year, int month, int day) => EasterDay.Of(year).ShouldBe(new LocalDate(year, month, day));

    [Fact]
    public void Easter_agrees_with_the_method_of_Gauss_for_eight_centuries()
    {
        for (var year = 1583; year <= 2400; year++) EasterDay.Of(year).ShouldBe(Gauss(year), year.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void France_has_eleven_holidays_and_their_dates_in_2026_are_these() =>
        Dates(2026, PublicHolidayRegion.France).ShouldBe("01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25");

    [Fact]
    public void Belgium_has_ten() =>
        Dates(2026, PublicHolidayRegion.Belgium).ShouldBe("01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25");

    [Fact]
    public void Alsace_Moselle_and_overseas_have_their_own_besides()
    {
        Dates(2026, PublicHolidayRegion.AlsaceMoselle).ShouldContain("04-03");
        Dates(2026, PublicHolidayRegion.AlsaceMoselle).ShouldEndWith("12-25 12-26");
        Dates(2026, PublicHolidayRegion.Reunion).ShouldContain("12-20");
        Dates(2026, PublicHolidayRegion.None).ShouldBe("");
    }

    [Fact]
    public void Two_holidays_on_one_day_are_one_day_off()
    {
        var calendar = new HolidayCalendar(PublicHolidayRegion.France);
        calendar.IsPublicHoliday(new LocalDate(2008, 5, 1)).ShouldBeTrue(); // Labour Day and Ascension
        calendar.PublicHolidayOn(new LocalDate(2026, 7, 14))!.Name(new CultureInfo("fr")).ShouldBe("Fête nationale");
        calendar.PublicHolidayOn(new LocalDate(2026, 7, 14))!.Name(new CultureInfo("en-GB")).ShouldBe("Bastille Day");
        calendar.IsPublicHoliday(new LocalDate(2026, 7, 21)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-02-06", false, false, false)]
    [InlineData("2026-02-07", true, false, false)]
    [InlineData("2026-02-22", true, true, true)]
    [InlineData("2026-02-23", false, true, true)]
    [InlineData("2026-08-31", true, true, true)]
    [InlineData("2026-09-01", false, false, false)]
    [InlineData("2027-02-12", false, false, true)]
    [InlineData("2027-07-31", true, true, true)]
    public void School_holidays_of_the_three_zones(string day, bool a, bool b, bool c)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        Enum.GetValues<SchoolZone>().Select(z => SchoolHolidays.French(z).IsHoliday(date)).ShouldBe([a, b, c]);
    }

    [Fact]
    public void Beyond_the_file_school_holidays_are_not_known()
    {
        var moulins = SchoolHolidays.French(SchoolZone.A);
        moulins.IsHoliday(new LocalDate(2027, 8, 1)).ShouldBeNull();
        moulins.IsHoliday(new LocalDate(2025, 8, 31)).ShouldBeNull();
        moulins.NameAt(new LocalDate(2026, 4, 10)).ShouldBe("Vacances de printemps");
        moulins.NameAt(new LocalDate(2026, 4, 20)).ShouldBeNull();
        HolidayCalendar.None.IsSchoolHoliday(new LocalDate(2026, 8, 1)).ShouldBeNull();
    }

    private static string Dates(int year, PublicHolidayRegion region) =>
        string.Join(' ', PublicHolidays.Of(year, region).Select(h => h.Date.ToString("MM-dd", CultureInfo.InvariantCulture)));

    /// <summary>Another formula for the same day: Gauss's, with its two exceptions.</summary>
    private static LocalDate Gauss(int year)
    {
        var (a, b, c, k) = (year % 19, year % 4, year % 7, year / 100);
        var m = (15 - (13 + 8 * k) / 25 + k - k / 4) % 30;
        var n = (4 + k - k / 4) % 7;
        var d = (19 * a + m) % 30;
        var e = (2 * b + 4 * c + 6 * d + n) % 7;
        var march = 22 + d + e;
        if (d == 29 && e == 6) march = 50;                      // 26 April becomes 19 April
        if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) march = 49; // 25 April becomes 18 April
        return new LocalDate(year, 3, 1).PlusDays(march - 1);
    }
}
