using System.Globalization;
using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>The weekdays and holidays of a rule, in words.</summary>
internal static class HoursDaysText
{
    public static string Of(HoursRule rule, CultureInfo culture) => Of(rule, culture, day => TimeWords.Day(culture, day));

    /// <summary>"le lundi", "on Monday": after "fermé".</summary>
    public static string WithArticle(HoursRule rule, CultureInfo culture) => Of(rule, culture, day => TimeWords.Say(culture, "time.say.on-day", TimeWords.Day(culture, day)));

    public static string Nth(int nth, CultureInfo culture) => Math.Abs(nth) <= 5
        ? TimeWords.Say(culture, "time.nth." + nth.ToString(CultureInfo.InvariantCulture))
        : TimeWords.Say(culture, nth > 0 ? "time.nth.other" : "time.nth.other-from-end", Math.Abs(nth));

    private static string Of(HoursRule rule, CultureInfo culture, Func<IsoDayOfWeek, string> name)
    {
        var days = rule.Weekdays.SelectMany(range => Range(range, culture, name)).ToList();
        var holidays = rule.Holidays.Select(pick => Holiday(pick, culture)).ToList();
        if (!rule.HolidaysAndWeekdays) return TimeWords.Join(culture, [.. days, .. holidays]);
        return TimeWords.Join(culture, days) + " " + TimeWords.Join(culture, holidays);
    }

    private static IEnumerable<string> Range(WeekdayRange range, CultureInfo culture, Func<IsoDayOfWeek, string> name)
    {
        var length = ((int)range.To - (int)range.From + 7) % 7 + 1;
        if (range.Nth.Count > 0)
        {
            var places = range.Nth.Select(n => TimeWords.Say(culture, "time.say.the", Nth(n, culture)));
            yield return range.Offset == 0
                ? TimeWords.Say(culture, "time.say.of-month", TimeWords.Join(culture, [.. places]), TimeWords.Day(culture, range.From))
                : Moved(range.Offset, culture, "time.of.nth", TimeWords.Join(culture, [.. range.Nth.Select(n => Nth(n, culture))]), TimeWords.Day(culture, range.From));
        }
        else if (length == 7) yield return TimeWords.Say(culture, "time.say.every-day");
        else if (length >= 3) yield return TimeWords.Say(culture, "time.say.days-range", TimeWords.Day(culture, range.From), TimeWords.Day(culture, range.To));
        else
            for (var i = 0; i < length; i++)
            {
                var day = (IsoDayOfWeek)(((int)range.From - 1 + i) % 7 + 1);
                yield return range.Offset == 0 ? name(day) : Moved(range.Offset, culture, "time.of.day", TimeWords.Day(culture, day));
            }
    }

    private static string Holiday(HolidayPick pick, CultureInfo culture) => pick.Offset == 0
        ? TimeWords.Say(culture, pick.School ? "time.say.sh" : "time.say.ph")
        : Moved(pick.Offset, culture, pick.School ? "time.of.sh" : "time.of.ph");

    /// <summary>"la veille des jours fériés", "le 3e jour avant Pâques": French joins the first with "de", hence two texts for each name.</summary>
    public static string Moved(int offset, CultureInfo culture, string nameKey, params object[] args) => offset is -1 or 1
        ? TimeWords.Say(culture, "time.moved." + offset.ToString(CultureInfo.InvariantCulture), TimeWords.Say(culture, nameKey + ".1", args))
        : TimeWords.Say(culture, offset < 0 ? "time.moved.before" : "time.moved.after", TimeWords.Say(culture, nameKey, args), Math.Abs(offset));
}
