using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Easter Sunday of the Gregorian calendar (computus of Meeus, Jones and Butcher; Meeus, Astronomical Algorithms, chapter 8).</summary>
public static class EasterDay
{
    /// <param name="year">Any year from 1583, when the Gregorian calendar had begun.</param>
    public static LocalDate Of(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        var toSunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        var late = (golden + 11 * epact + 22 * toSunday) / 451;
        var days = epact + toSunday - 7 * late + 114;
        return new LocalDate(year, days / 31, days % 31 + 1);
    }
}
