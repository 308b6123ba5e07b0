using System.Globalization;
using NodaTime;
using Trame.Foundation.Text;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;

namespace Trame.Observe.Home;

/// <summary>How many places are open, hour by hour: what one looks for is the hour when nothing is.</summary>
public static class WeekHeat
{
    public static WeekHeatView Of(WeekCounts week)
    {
        var most = Math.Max(1, week.Counts.Max());
        return new WeekHeatView(Texts.Get("home.hours.caption"), [.. Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).Select(d => Day(week, d, most))],
            [Texts.Get("home.hours.level.none"), .. Enumerable.Range(1, 4).Select(l => Band(l, most))]);
    }

    private static WeekHeatView.Day Day(WeekCounts week, IsoDayOfWeek day, int most)
    {
        var culture = CultureInfo.CurrentCulture;
        var name = day.Plain(culture);
        var counts = Enumerable.Range(0, 24).Select(h => week.At(day, h)).ToList();
        return new WeekHeatView.Day(name, name[..2], [.. counts.Select((c, h) => new WeekHeatView.Hour(Level(c, most), Texts.Get("home.hours.cell", h, c.Plain(culture))))], Summary(counts));
    }

    private static string Summary(List<int> counts)
    {
        var first = counts.FindIndex(c => c > 0);
        if (first < 0) return Texts.Get("home.hours.day.none");
        return Texts.Get("home.hours.day", first, counts.FindLastIndex(c => c > 0) + 1, counts.Max().Plain(CultureInfo.CurrentCulture), counts.IndexOf(counts.Max()));
    }

    private static int Level(int count, int most) => count == 0 ? 0 : Math.Min(4, 1 + (4 * (count - 1) / most));

    private static string Band(int level, int most)
    {
        var inside = Enumerable.Range(1, most).Where(c => Level(c, most) == level).ToList();
        return inside.Count == 0 ? "—" : inside[0] == inside[^1] ? $"{inside[0]}" : Texts.Get("home.map.legend.range", inside[0], inside[^1]);
    }
}
