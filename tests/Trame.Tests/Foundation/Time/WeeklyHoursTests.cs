using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed class WeeklyHoursTests
{
    [Theory]
    [InlineData("Mo-Fr 09:00-12:00", "12345 09-12", true)]
    [InlineData("Mo-Fr 09:00-12:00; We 14:00-18:00", "1245 09-12, 3 14-18", true)] // a later rule replaces the day
    [InlineData("Mo-Fr 09:00-12:00, We 14:00-18:00", "12345 09-12, 3 14-18", true)] // a comma adds to it
    [InlineData("Mo-Fr 09:00-12:00; We off", "1245 09-12", true)]
    [InlineData("Sa-Mo 10:00-11:00", "167 10-11", true)]
    [InlineData("09:00-12:00", "1234567 09-12", true)]
    [InlineData("Mo 09:00-12:00; PH off", "1 09-12", false)]
    [InlineData("week 1-53/2 Mo 09:00-12:00", "", false)]
    [InlineData("Mo[1] 09:00-12:00", "", false)]
    [InlineData("Fr 20:00-26:00", "", false)]
    [InlineData("24/7", "", false)]
    public void Hours_are_a_plain_week_or_say_that_they_are_more(string hours, string week, bool isWhole)
    {
        var read = WeeklyHours.Of(OpeningHours.Parse(hours).Value!);
        string.Join(", ", read.Spans.Select(s => $"{string.Concat(s.Days.Select(d => (int)d))} {s.Opens.Hour:00}-{s.Closes.Hour:00}")).ShouldBe(week);
        read.IsWhole.ShouldBe(isWhole);
    }
}
