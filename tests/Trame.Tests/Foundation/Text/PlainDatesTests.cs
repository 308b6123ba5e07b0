using System.Globalization;
using NodaTime;
using Trame.Foundation.Text;

namespace Trame.Tests.Foundation.Text;

/// <summary>Expected texts use ordinary spaces; the no-break ones are checked apart.</summary>
public sealed class PlainDatesTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly LocalDateTime Evening = new(2026, 11, 25, 18, 30);

    [Fact]
    public void Moments_in_both_languages()
    {
        Read(Evening.PlainMoment(French)).ShouldBe("mercredi 25 novembre à 18 h 30");
        Read(Evening.PlainMoment(English)).ShouldBe("Wednesday 25 November at 18:30");
        Read(new LocalDateTime(2026, 11, 26, 10, 0).PlainWeekly(French)).ShouldBe("jeudi 10 h");
        Read(new LocalDate(2026, 5, 1).PlainDay(French)).ShouldBe("1er mai 2026");
        Read(new LocalDate(2026, 11, 12).PlainDay(French)).ShouldBe("12 novembre 2026");
        Read(new LocalDate(2026, 5, 1).PlainDay(English)).ShouldBe("1 May 2026");
        new YearMonth(2026, 8).PlainMonth(French).ShouldBe("août 2026");
    }

    [Theory]
    [InlineData(0, 0, "0:00", "0 h")]
    [InlineData(12, 0, "12:00", "12 h")]
    [InlineData(12, 5, "12:05", "12 h 05")]
    [InlineData(23, 59, "23:59", "23 h 59")]
    public void Times(int hour, int minute, string english, string french)
    {
        Read(new LocalTime(hour, minute).PlainTime(English)).ShouldBe(english);
        Read(new LocalTime(hour, minute).PlainTime(French)).ShouldBe(french);
    }

    [Theory]
    [InlineData(-1, "hier à 18 h 30")]
    [InlineData(0, "aujourd’hui à 18 h 30")]
    [InlineData(1, "demain à 18 h 30")]
    [InlineData(2, "vendredi 27 novembre à 18 h 30")]
    [InlineData(60, "dimanche 24 janvier 2027 à 18 h 30")]
    public void Seen_from_today(int days, string expected) =>
        Read(Evening.PlusDays(days).PlainMoment(Evening.Date, French)).ShouldBe(expected);

    [Theory]
    [InlineData(0, "à l’instant", "just now")]
    [InlineData(60, "il y a 1 minute", "1 minute ago")]
    [InlineData(7_199, "il y a 1 heure", "1 hour ago")]
    [InlineData(3 * 86_400, "il y a 3 jours", "3 days ago")]
    [InlineData(-2 * 3_600, "dans 2 heures", "in 2 hours")]
    [InlineData(45 * 86_400, "il y a 1 mois", "1 month ago")]
    [InlineData(365 * 86_400, "il y a 1 an", "1 year ago")]
    [InlineData(800 * 86_400, "il y a 2 ans", "2 years ago")]
    public void Since(int seconds, string french, string english)
    {
        var now = Instant.FromUtc(2026, 11, 25, 12, 0);
        var then = now - Duration.FromSeconds(seconds);
        Read(then.PlainSince(now, French)).ShouldBe(french);
        Read(then.PlainSince(now, English)).ShouldBe(english);
    }

    [Fact]
    public void Numbers_do_not_break()
    {
        64_246.Plain(French).ShouldBe("64\u202F246");
        64_246.Plain(English).ShouldBe("64,246");
        long.MinValue.Plain(French).ShouldBe("\u22129\u202F223\u202F372\u202F036\u202F854\u202F775\u202F808");
        1.25m.Plain(French).ShouldBe("1,3");
        PlainDates.PlainTime(new LocalTime(18, 30), French).ShouldBe("18\u00A0h\u00A030");
    }

    [Theory]
    [InlineData(0, "0 m")]
    [InlineData(87.4, "87 m")]
    [InlineData(352, "350 m")]
    [InlineData(994, "990 m")]
    [InlineData(996, "1 km")]
    [InlineData(1_312, "1,3 km")]
    [InlineData(9_980, "10 km")]
    [InlineData(24_400, "24 km")]
    public void Distances(double metres, string expected) => Read(PlainNumbers.Distance(metres, French)).ShouldBe(expected);

    [Fact]
    public void A_distance_that_is_none_is_a_bug()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PlainNumbers.Distance(double.NaN, French));
        Should.Throw<ArgumentOutOfRangeException>(() => PlainNumbers.Distance(-1, French));
    }

    [Theory]
    [InlineData(125_000, "1 250 €", "€1,250")]
    [InlineData(1_250, "12,50 €", "€12.50")]
    [InlineData(-5, "−0,05 €", "−€0.05")]
    public void Money(long cents, string french, string english)
    {
        Read(PlainNumbers.Euros(cents, French)).ShouldBe(french);
        Read(PlainNumbers.Euros(cents, English)).ShouldBe(english);
    }

    [Theory]
    [InlineData(0, "0 lieu", "0 places")]
    [InlineData(1, "1 lieu", "1 place")]
    [InlineData(2, "2 lieux", "2 places")]
    [InlineData(1_000, "1 000 lieux", "1,000 places")]
    public void Plurals(long count, string french, string english)
    {
        Read(Plural.Pick(French, count, "1 lieu|{0} lieux")).ShouldBe(french);
        Read(Plural.Pick(English, count, "1 place|{0} places")).ShouldBe(english);
    }

    [Fact]
    public void Zero_in_words_and_halves()
    {
        Plural.Pick(French, 0, "aucun lieu|1 lieu|{0} lieux").ShouldBe("aucun lieu");
        Plural.Pick(French, 1.5m, "{0} heure|{0} heures").ShouldBe("1,5 heure");
        Plural.Pick(English, 1.5m, "{0} hour|{0} hours").ShouldBe("1.5 hours");
        Should.Throw<ArgumentException>(() => Plural.Pick(French, 1, "lieu"));
    }

    private static string Read(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
