using System.Globalization;
using System.Text.RegularExpressions;

namespace Trame.Foundation.Time;

/// <summary>Reads hours as French files and people write them: "09:00 - 12:00 / 13:30 - 17:00", "9h-12h et 14h-18h30", "de 9 h à midi", "fermé".</summary>
public static partial class HumanHours
{
    private const int MaxLength = 200;

    /// <summary>One day. Never throws.</summary>
    public static ParseResult<GridDay> ParseDay(string text)
    {
        if (text.Length > MaxLength) return new ParseError("time.hours.too-long", MaxLength + 1, "", [MaxLength.ToString(CultureInfo.InvariantCulture)]);
        if (ClosedWords().IsMatch(text)) return GridDay.Closed;
        if (AllDay().IsMatch(text)) return new GridDay([new GridSpan("00:00", "24:00")]);
        var spans = new List<GridSpan>();
        var at = 0;
        while (at < text.Length)
        {
            var match = Span().Match(text, at);
            if (!match.Success || match.Index != at || Minutes(match.Groups["from"].Value) is not (< 1440 and var from) || Minutes(match.Groups["to"].Value) is not { } to)
                return Unreadable(text, at);
            spans.Add(new GridSpan(HoursPrinter.Time(from), HoursPrinter.Time(to)));
            at += match.Length;
        }
        return new GridDay(spans);
    }

    /// <summary>Seven days, Monday first; a refusal's Column is then the place in that day's text and Args[0] the day, 1 to 7.</summary>
    public static ParseResult<WeekGrid> ParseWeek(IReadOnlyList<string> days, bool closedOnPublicHolidays = false)
    {
        if (days.Count != 7) throw new ArgumentException("A week has seven days, Monday first", nameof(days));
        var grid = new List<GridDay>();
        foreach (var text in days)
        {
            var day = ParseDay(text);
            if (!day.Ok) return day.Error with { Args = [(grid.Count + 1).ToString(CultureInfo.InvariantCulture), .. day.Error.Args] };
            grid.Add(day.Value);
        }
        return new WeekGrid(grid, closedOnPublicHolidays);
    }

    /// <summary>"9h30", "09:30", "9 h", "9.30", "0930", "midi", "minuit" (the end of the day) as minutes from midnight, up to 24:00.</summary>
    internal static int? Minutes(string? text)
    {
        var plain = (text ?? "").Trim().ToLowerInvariant();
        if (plain == "midi") return 720;
        if (plain == "minuit") return 1440;
        var match = Time().Match(plain);
        if (!match.Success) return null;
        var hour = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups[2].Length > 0 ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 0;
        return minute < 60 && hour * 60 + minute <= 1440 ? hour * 60 + minute : null;
    }

    private static ParseError Unreadable(string text, int at)
    {
        var cursor = new TextCursor(text) { Position = at };
        return cursor.Error("time.human.unreadable");
    }

    [GeneratedRegex(@"^\s*(ferm[ée]e?|closed|off|-|–|—|)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ClosedWords();

    [GeneratedRegex(@"^\s*24\s*h?\s*/\s*24\s*h?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AllDay();

    [GeneratedRegex(@"\s*(de\s+)?(?<from>midi|minuit|[0-9]{1,2}\s*[h:.]\s*[0-9]{2}|[0-9]{1,2}\s*h|[0-9]{4}|[0-9]{1,2})\s*(-|–|—|à|a|jusqu'à|jusqu’à)\s*(?<to>midi|minuit|[0-9]{1,2}\s*[h:.]\s*[0-9]{2}|[0-9]{1,2}\s*h|[0-9]{4}|[0-9]{1,2})\s*(/|,|;|&|\||\bet\b|\bpuis\b|$)\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Span();

    [GeneratedRegex(@"^([0-9]{1,2})\s*(?:[h:.]\s*)?([0-9]{2})?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Time();
}
