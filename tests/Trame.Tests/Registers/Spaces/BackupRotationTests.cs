using NodaTime;
using Trame.Registers.Spaces;

namespace Trame.Tests.Registers.Spaces;

public sealed class BackupRotationTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    [Fact]
    public void After_a_year_of_nights_the_last_seven_days_and_the_last_four_weeks_are_there()
    {
        var kept = new HashSet<LocalDate>();
        for (var day = Start; day < Start.PlusDays(365); day = day.PlusDays(1))
        {
            kept.Add(day);
            kept.ExceptWith(BackupRotation.Outdated(kept));
        }

        var last = Start.PlusDays(364); // Thursday 31 December 2026
        // By hand: 25 to 31 December, and the Mondays 7, 14, 21 and 28 December.
        kept.Order().ShouldBe([new(2026, 12, 7), new(2026, 12, 14), new(2026, 12, 21), .. Enumerable.Range(0, 7).Select(n => last.PlusDays(n - 6))]);
    }

    [Theory]
    [InlineData("moulins-quotidien-2026-12-31.sqlite", true)]
    [InlineData("moulins-20261231-010000.sqlite", false)]
    [InlineData("moulins-nord-quotidien-2026-12-31.sqlite", false)] // another space
    [InlineData("moulins-quotidien-2026-13-31.sqlite", false)]
    public void Only_the_daily_files_of_that_space_are_ever_touched(string name, bool daily) => (BackupRotation.DayOf("moulins", name) is not null).ShouldBe(daily);
}
