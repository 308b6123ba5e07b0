using NodaTime;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed class WeekMaskTests
{
    private static readonly HolidayCalendar France = new(PublicHolidayRegion.France);
    private static readonly LocalDate Reference = new(2026, 11, 16);

    private static WeekMask Mask(string hours) => WeekMask.Of(OpeningHours.Parse(hours).Require(), Reference, France);

    [Fact]
    public void An_hour_is_open_when_some_minute_of_it_is()
    {
        var mask = Mask("Mo 09:30-12:00,12:15-14:01; Su 22:00-02:00");
        mask.Hours.Length.ShouldBe(168);
        mask.Hours[..24].ShouldBe("110000000111111000000000"); // 00-02 is the night of Sunday
        mask.Hours[144..].ShouldBe("000000000000000000000011");
        mask.OpenAt(IsoDayOfWeek.Monday, 14).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Mo-Fr 09:00-17:00; PH off", false, false, false, true, false)]
    [InlineData("Mo-Fr 09:00-17:00", false, false, false, true, true)]
    [InlineData("Sa[1] 09:00-12:00", true, false, false, true, true)]
    [InlineData("Su 18:00-19:00", false, true, false, true, true)]
    [InlineData("Th 18:00-19:01; PH off", false, false, true, true, false)]
    [InlineData("Mo 09:00-12:00; Aug off; PH off", false, false, false, false, false)]
    [InlineData("Aug 15 10:00-12:00", false, true, false, false, true)] // 15 August 2027 is a Sunday
    public void Facts_for_the_filters(string hours, bool saturday, bool sunday, bool evening, bool august, bool holidays)
    {
        var mask = Mask(hours);
        (mask.Saturday, mask.Sunday, mask.Evening, mask.August, mask.PublicHolidays).ShouldBe((saturday, sunday, evening, august, holidays));
    }

    [Fact]
    public void Every_other_week_is_typical_and_once_a_month_is_not()
    {
        Mask("week 02-52/2 We 10:00-12:00").OpenAt(IsoDayOfWeek.Wednesday, 10).ShouldBeTrue();
        Mask("Sa[1] 10:00-12:00").OpenAt(IsoDayOfWeek.Saturday, 10).ShouldBeFalse();
    }

    [Fact]
    public void Desert_hours_count_the_places_open_in_both_weeks()
    {
        OpeningHours[] places = [.. ((string[])["Mo-Fr 09:00-12:00", "Mo-Fr 09:00-12:00", "Sep-Jun Mo 11:00-13:00"]).Select(t => OpeningHours.Parse(t).Require())];
        var desert = DesertHours.Of(places, Reference, France);
        desert.Reference.At(IsoDayOfWeek.Monday, 11).ShouldBe(3);
        desert.Reference.At(IsoDayOfWeek.Monday, 12).ShouldBe(1);
        desert.Reference.At(IsoDayOfWeek.Sunday, 11).ShouldBe(0);
        desert.August.Monday.ShouldBe(new LocalDate(2027, 8, 9));
        desert.August.At(IsoDayOfWeek.Monday, 11).ShouldBe(2);
        desert.August.At(IsoDayOfWeek.Monday, 12).ShouldBe(0);
        (desert.August.Places, desert.August.Counts.Sum()).ShouldBe((3, 2 * 5 * 3));
    }
}
