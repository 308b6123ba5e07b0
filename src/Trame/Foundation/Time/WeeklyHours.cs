using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Opening hours as a plain week, for formats that know no more: which days, from when, until when.</summary>
/// <param name="IsWhole">False when the text says more than a week can: seasons, alternate weeks, holidays, hours past midnight, a comment.</param>
public sealed record WeeklyHours(IReadOnlyList<WeeklyHours.Span> Spans, bool IsWhole)
{
    private const int Day = 24 * 60;

    /// <param name="Days">From Monday.</param>
    public sealed record Span(IReadOnlyList<IsoDayOfWeek> Days, LocalTime Opens, LocalTime Closes);

    public static WeeklyHours Of(OpeningHours hours)
    {
        var week = new Dictionary<IsoDayOfWeek, List<HoursSpan>>();
        var isWhole = true;
        foreach (var rule in hours.Rules)
        {
            if (!IsWeekly(rule))
            {
                isWhole = false;
                continue;
            }

            foreach (var day in Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None && (rule.Weekdays.Count == 0 || rule.Weekdays.Exists(w => Holds(w, d)))))
            {
                var times = rule.Modifier == OpenState.Closed ? [] : rule.Times;
                if (rule.Join == RuleJoin.Additional && week.TryGetValue(day, out var before)) before.AddRange(times);
                else week[day] = [.. times];
            }
        }

        return new(Together(week), isWhole);
    }

    private static List<Span> Together(Dictionary<IsoDayOfWeek, List<HoursSpan>> week) =>
    [
        .. week.SelectMany(d => d.Value.Select(t => (d.Key, Time: t))).GroupBy(t => t.Time).OrderBy(g => g.Key.Start)
            .Select(g => new Span([.. g.Select(t => t.Key).Distinct().Order()], Clock(g.Key.Start), Clock(g.Key.End))).OrderBy(s => s.Days[0]).ThenBy(s => s.Opens),
    ];

    private static LocalTime Clock(int minutes) => LocalTime.FromMinutesSinceMidnight(Math.Min(minutes, Day - 1));

    private static bool IsWeekly(HoursRule rule) =>
        rule is { Join: not RuleJoin.Fallback, Years.Count: 0, Dates.Count: 0, Weeks.Count: 0, Holidays.Count: 0, Comment: null, Always: false } && rule.Modifier is null or OpenState.Open or OpenState.Closed
        && rule.Weekdays.TrueForAll(w => w is { Nth.Count: 0, Offset: 0 }) && (rule.Modifier == OpenState.Closed || rule.Times.Count > 0) && rule.Times.TrueForAll(t => t is { OpenEnd: false, End: <= Day });

    private static bool Holds(WeekdayRange range, IsoDayOfWeek day) => range.From <= range.To ? day >= range.From && day <= range.To : day >= range.From || day <= range.To;
}
