using NodaTime;
using NodaTime.Calendars;

namespace Trame.Foundation.Time;

/// <summary>A stretch that a rule painted on a day, in minutes from its midnight (up to 48 h: nights run on).</summary>
internal readonly record struct PaintedSpan(int Start, int End, OpenState State, string? Comment, bool OpenEnd);

/// <summary>What the rules say of one day: each rule paints over the earlier ones; what nobody painted is closed.</summary>
/// <remarks>A normal rule that names days replaces what was said of those days. A rule that names none ("10:00-12:00; 14:00-18:00") adds
/// its hours: that is what its authors mean. Rules after "||" speak only where those before said nothing, closed included.</remarks>
internal static class DayPainting
{
    /// <summary>One list of spans per "||" group, the later spans on top.</summary>
    public static List<List<PaintedSpan>> Of(IReadOnlyList<HoursRule> rules, LocalDate date, HolidayCalendar calendar)
    {
        var groups = new List<List<PaintedSpan>>(1) { new(4) };
        foreach (var rule in rules)
        {
            if (rule.Join == RuleJoin.Fallback) groups.Add(new(4));
            Paint(groups[^1], rule, date, calendar);
        }
        return groups;
    }

    private static void Paint(List<PaintedSpan> canvas, HoursRule rule, LocalDate date, HolidayCalendar calendar)
    {
        var match = Match(rule, date, calendar);
        if (match == false) return;
        var state = match is null ? OpenState.Unknown : rule.State;
        var wholeDayOff = state == OpenState.Closed && rule.Times.Count == 0;
        var replaces = rule.Join != RuleJoin.Additional && rule.NamesDays && state != OpenState.Closed && match == true;
        if (wholeDayOff || replaces) canvas.Clear();
        // A closed day has no night either, not even one that a fallback would begin on it: hence 48 h.
        if (rule.Times.Count == 0) canvas.Add(new PaintedSpan(0, wholeDayOff ? 2880 : 1440, state, rule.Comment, false));
        foreach (var time in rule.Times)
        {
            if (time.End > time.Start) canvas.Add(new PaintedSpan(time.Start, time.End, state, rule.Comment, false));
            if (!time.OpenEnd) continue;
            // From a stated end on, who knows; with no end at all, the hours are open from their start.
            var (from, after) = time.End > time.Start ? (time.End, OpenState.Unknown) : (time.Start, state);
            if (from < 1440) canvas.Add(new PaintedSpan(from, 1440, state == OpenState.Closed ? state : after, rule.Comment, true));
        }
    }

    /// <summary>Does the rule speak of this day? Null: it depends on school holidays that are not known.</summary>
    private static bool? Match(HoursRule rule, LocalDate date, HolidayCalendar calendar)
    {
        if (rule.Years.Count > 0 && !rule.Years.Exists(y => y.Holds(date.Year))) return false;
        if (rule.Dates.Count > 0 && !rule.Dates.Exists(d => d.Holds(date))) return false;
        if (rule.Weeks.Count > 0)
        {
            var week = WeekYearRules.Iso.GetWeekOfWeekYear(date);
            if (!rule.Weeks.Exists(w => w.Holds(week))) return false;
        }
        return MatchDays(rule, date, calendar);
    }

    private static bool? MatchDays(HoursRule rule, LocalDate date, HolidayCalendar calendar)
    {
        if (rule.Weekdays.Count + rule.Holidays.Count == 0) return true;
        var weekday = rule.Weekdays.Exists(d => d.Holds(date));
        if (weekday && !rule.HolidaysAndWeekdays) return true;
        if (!weekday && rule.HolidaysAndWeekdays) return false;
        bool? holiday = false;
        foreach (var pick in rule.Holidays)
        {
            var day = date.PlusDays(-pick.Offset);
            bool? on = pick.School ? calendar.IsSchoolHoliday(day) : calendar.IsPublicHoliday(day);
            if (on == true) return true;
            if (on is null) holiday = null;
        }
        return holiday;
    }
}
