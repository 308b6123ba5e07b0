using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Turns the painted spans of a day, and of the night before, into its intervals: a sweep over their ends, O(spans²) for a few spans.</summary>
internal static class HoursDay
{
    public static List<OpenInterval> Of(OpeningHours hours, LocalDate date, HolidayCalendar calendar)
    {
        var today = DayPainting.Of(hours.Rules, date, calendar);
        var night = hours.RunsPastMidnight ? DayPainting.Of(hours.Rules, date.PlusDays(-1), calendar) : [];
        var ends = Ends(today, night);
        var intervals = new List<OpenInterval>();
        for (var i = 0; i + 1 < ends.Count; i++)
        {
            var top = Top(today, night, ends[i]);
            if (top is not { State: not OpenState.Closed } span) continue;
            Append(intervals, new OpenInterval(At(date, ends[i]), At(date, ends[i + 1]), span.State, span.Comment, span.OpenEnd));
        }
        return intervals;
    }

    private static PaintedSpan? Top(List<List<PaintedSpan>> today, List<List<PaintedSpan>> night, int minute)
    {
        var own = OpeningHours.TopAt(today, minute);
        if (night.Count == 0 || own?.State == OpenState.Open) return own;
        var before = OpeningHours.TopAt(night, minute + 1440);
        if (before is null) return own;
        return own is null || OpeningHours.Stronger(own.Value.State, before.Value.State) != own.Value.State ? before : own;
    }

    private static List<int> Ends(List<List<PaintedSpan>> today, List<List<PaintedSpan>> night)
    {
        var ends = new SortedSet<int> { 0, 1440 };
        foreach (var canvas in today)
            foreach (var span in canvas) AddBoth(ends, span.Start, span.End);
        foreach (var canvas in night)
            foreach (var span in canvas) AddBoth(ends, span.Start - 1440, span.End - 1440);
        return [.. ends];
    }

    private static void AddBoth(SortedSet<int> ends, int start, int end)
    {
        if (start is > 0 and < 1440) ends.Add(start);
        if (end is > 0 and < 1440) ends.Add(end);
    }

    private static void Append(List<OpenInterval> intervals, OpenInterval next)
    {
        if (intervals.Count > 0 && intervals[^1] is var last && last.End == next.Start && last.State == next.State && last.Comment == next.Comment)
            intervals[^1] = last with { End = next.End, EndsLater = next.EndsLater };
        else intervals.Add(next);
    }

    private static LocalDateTime At(LocalDate date, int minute) =>
        minute == 1440 ? date.PlusDays(1).AtMidnight() : date.AtMidnight().PlusMinutes(minute);
}
