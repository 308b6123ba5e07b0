using NodaTime;
using Trame.Foundation.Ui;

namespace Trame.Tests.Foundation.Ui;

public sealed class DrawnFiguresTests
{
    private static BarChartView Bars(params double?[] values) => new("Titre", "Quoi", "Combien", [.. values.Select(v => new BarChartView.Bar("b", v, ""))]);

    [Fact]
    public void The_longest_bar_is_full_and_the_others_follow()
    {
        var chart = Bars(10, 40, null);
        chart.Bars.Select(chart.Percent).ShouldBe([25, 100, 0]);
    }

    [Fact]
    public void A_bar_beyond_full_stops_at_the_edge_and_zeros_have_no_length()
    {
        var beyond = Bars(30) with { Full = 20 };
        beyond.Percent(beyond.Bars[0]).ShouldBe(100);
        var zeros = Bars(0, 0);
        zeros.Bars.Select(zeros.Percent).ShouldBe([0, 0]);
    }

    [Fact]
    public void A_period_without_measure_is_a_gap_in_the_line()
    {
        var line = new SparklineView("t", [.. ((double?[])[0, 10, null, 5]).Select(v => new SparklineView.Point("p", v, ""))]);
        line.Stretches().ShouldBe(["0,38 66.7,2", "200,20 200,20"]);
    }

    [Fact]
    public void A_line_of_equal_values_runs_in_the_middle_and_an_empty_one_is_not_drawn()
    {
        new SparklineView("t", [new("a", 3, ""), new("b", 3, "")]).Stretches().ShouldBe(["0,20 200,20"]);
        new SparklineView("t", [new("a", null, "")]).Stretches().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2026, 2, 5)]  // 28 days from a Sunday
    [InlineData(2021, 2, 4)]  // 28 days from a Monday
    [InlineData(2026, 8, 6)]  // 31 days from a Saturday
    public void A_month_is_whole_weeks_that_hold_all_its_days(int year, int month, int weeks)
    {
        var view = new MonthView(new YearMonth(year, month), new LocalDate(year, month, 1), "", "", []);
        var all = view.Weeks().ToList();
        all.Count.ShouldBe(weeks);
        all.ShouldAllBe(week => week.Count == 7 && week[0].DayOfWeek == IsoDayOfWeek.Monday);
        all.SelectMany(week => week).Count(view.Holds).ShouldBe(CalendarSystem.Iso.GetDaysInMonth(year, month));
    }

    [Fact]
    public void Two_versions_differ_where_their_words_do()
    {
        new ConflictView([new("Coût", "", "3 €"), new("Adresse", "ici", "ici")]).Lines.Select(l => l.Differs).ShouldBe([true, false]);
    }
}
