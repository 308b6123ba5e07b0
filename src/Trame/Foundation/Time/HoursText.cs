using System.Globalization;
using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Says opening hours in sentences that people say: "Lundi, mardi et jeudi de 9 h à 12 h et de 13 h 30 à 17 h".</summary>
public static class HoursText
{
    /// <summary>All the sentences, joined by full stops (none at the end).</summary>
    public static string Describe(OpeningHours hours, CultureInfo culture) => string.Join(". ", Sentences(hours, culture));

    /// <summary>One sentence per rule. A plain week is first put in order, so that no sentence contradicts an earlier one.</summary>
    public static IReadOnlyList<string> Sentences(OpeningHours hours, CultureInfo culture)
    {
        if (WeekGrid.TryFrom(hours, out var grid) && grid.ToOpeningHours() is { Ok: true } inOrder) hours = inOrder.Value;
        return [.. hours.Rules.Select(rule => TimeWords.Capitalised(Sentence(rule, culture)))];
    }

    private static string Sentence(HoursRule rule, CultureInfo culture)
    {
        var said = rule.Always && rule.State == OpenState.Open ? TimeWords.Say(culture, "time.say.always") : Body(rule, culture);
        if (said.Length == 0) said = TimeWords.Say(culture, "time.say.unknown"); // an empty comment says nothing
        if (rule.Comment is not null && said != rule.Comment) said = TimeWords.Say(culture, "time.say.comment", said, rule.Comment);
        return rule.Join == RuleJoin.Fallback ? TimeWords.Say(culture, "time.say.otherwise", said) : said;
    }

    private static string Body(HoursRule rule, CultureInfo culture)
    {
        var seasons = string.Join(", ", HoursSeasonText.Of(rule, culture));
        var days = HoursDaysText.Of(rule, culture);
        var times = TimeWords.Join(culture, [.. rule.Times.Select(t => Span(t, culture))]);
        if (rule.State == OpenState.Closed)
        {
            var named = rule.Weekdays.Count > 0 ? HoursDaysText.WithArticle(rule, culture) : days;
            string[] when = [named, times, seasons];
            return string.Join(' ', [TimeWords.Say(culture, "time.say.closed"), .. when.Where(w => w.Length > 0)]);
        }
        if (times.Length == 0) times = rule.State == OpenState.Open ? TimeWords.Say(culture, "time.say.all-day") : rule.Comment ?? "";
        else if (days.Length == 0 && seasons.Length == 0) days = TimeWords.Say(culture, "time.say.every-day");
        var open = string.Join(' ', ((string[])[days, times]).Where(w => w.Length > 0));
        if (rule.State == OpenState.Unknown && rule.Comment is null) open = open.Length == 0 ? TimeWords.Say(culture, "time.say.unknown") : $"{open}, {TimeWords.Say(culture, "time.say.unknown")}";
        return string.Join(", ", ((string[])[seasons, open]).Where(w => w.Length > 0));
    }

    private static string Span(HoursSpan span, CultureInfo culture)
    {
        if (span is { Start: 0, End: 1440 }) return TimeWords.Say(culture, "time.say.all-day");
        var from = TimeWords.Hour(culture, span.Start);
        if (span.End == span.Start) return TimeWords.Say(culture, "time.say.from", from);
        var to = TimeWords.Hour(culture, span.End is 1440 or 2880 ? 1440 : span.End % 1440);
        return TimeWords.Say(culture, span.OpenEnd ? "time.say.span-later" : "time.say.span", from, to);
    }
}
