using System.Globalization;
using System.Text;

namespace Trame.Foundation.Time;

/// <summary>Writes rules in the one canonical spelling of opening_hours; reading it again gives the same rules.</summary>
internal static class HoursPrinter
{
    public static string Print(IReadOnlyList<HoursRule> rules)
    {
        var text = new StringBuilder();
        foreach (var rule in rules)
        {
            if (text.Length > 0) text.Append(rule.Join switch { RuleJoin.Normal => "; ", RuleJoin.Additional => ", ", _ => " || " });
            text.AppendJoin(' ', Parts(rule).Where(part => part.Length > 0));
        }
        return text.ToString();
    }

    public static string Time(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static IEnumerable<string> Parts(HoursRule rule)
    {
        if (rule.Always) yield return "24/7";
        yield return string.Join(',', rule.Years.Select(Year));
        yield return string.Join(',', rule.Dates.Select(Span));
        if (rule.Weeks.Count > 0) yield return "week " + string.Join(',', rule.Weeks.Select(Week));
        yield return Days(rule);
        yield return string.Join(',', rule.Times.Select(Time));
        if (rule.Modifier is { } state) yield return state switch { OpenState.Closed => "off", OpenState.Open => "open", _ => "unknown" };
        if (rule.Comment is not null) yield return $"\"{rule.Comment}\"";
    }

    private static string Days(HoursRule rule)
    {
        var holidays = rule.Holidays.Select(h => (h.School ? "SH" : "PH") + Offset(h.Offset));
        var weekdays = rule.Weekdays.Select(Weekday);
        return rule.HolidaysAndWeekdays
            ? string.Join(',', holidays) + " " + string.Join(',', weekdays)
            : string.Join(',', weekdays.Concat(holidays));
    }

    private static string Year(YearRange years) =>
        Inv($"{years.From}") + (years.To == int.MaxValue ? "+" : years.To == years.From ? "" : Inv($"-{years.To}")) + Step(years.Step);

    private static string Week(WeekRange weeks) =>
        Inv($"{weeks.From:00}") + (weeks.To == weeks.From ? "" : Inv($"-{weeks.To:00}")) + Step(weeks.Step);

    private static string Weekday(WeekdayRange days)
    {
        var text = HoursVocabulary.Days[(int)days.From];
        if (days.To != days.From) text += "-" + HoursVocabulary.Days[(int)days.To];
        if (days.Nth.Count > 0) text += "[" + string.Join(',', days.Nth) + "]";
        return text + Offset(days.Offset);
    }

    private static string Span(DateSpan span)
    {
        var from = Point(span.From);
        if (span.OpenEnd) return from + "+";
        if (span.To is not { } to) return from;
        var sameMonth = to == span.From with { Day = to.Day, Offset = to.Offset } && to is { Day: > 0, Easter: false } && span.From.Day > 0;
        return from + "-" + (sameMonth ? Inv($"{to.Day}") + Offset(to.Offset) : Point(to));
    }

    private static string Point(DatePoint point)
    {
        var year = point.Year is { } y ? Inv($"{y} ") : "";
        if (point.Easter) return year + "easter" + Offset(point.Offset);
        var text = year + HoursVocabulary.Months[point.Month];
        if (point.Nth != 0) text += Inv($" {HoursVocabulary.Days[(int)point.Weekday]}[{point.Nth}]");
        else if (point.Day > 0) text += Inv($" {point.Day:00}");
        return text + Offset(point.Offset);
    }

    private static string Time(HoursSpan span)
    {
        if (span.End == span.Start) return Time(span.Start) + "+";
        var end = span.End > 1440 && span.End - 1440 <= span.Start ? span.End - 1440 : span.End;
        return $"{Time(span.Start)}-{Time(end)}{(span.OpenEnd ? "+" : "")}";
    }

    private static string Step(int step) => step == 1 ? "" : Inv($"/{step}");

    private static string Offset(int days) => days == 0 ? "" : Inv($" {(days > 0 ? "+" : "-")}{Math.Abs(days)} {(Math.Abs(days) == 1 ? "day" : "days")}");

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
