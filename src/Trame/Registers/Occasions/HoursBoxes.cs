using System.Globalization;
using System.Text.RegularExpressions;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;

namespace Trame.Registers.Occasions;

/// <summary>Between the boxes of a week on a form and the hours of the register.</summary>
public static partial class HoursBoxes
{
    private const string HolidaysOff = "PH off";

    public static readonly IReadOnlyList<string> Days = ["mo", "tu", "we", "th", "fr", "sa", "su"];

    /// <summary>How many spans a day has on the form: morning and afternoon are enough for most; more stay in the text.</summary>
    public const int Spans = 2;

    public static WeekGrid Sent(IFormCollection form) => new([.. Days.Select(day => new GridDay([.. Enumerable.Range(1, Spans)
        .Select(n => new GridSpan(form[$"hours-{day}-{n}-from"].ToString().Trim(), form[$"hours-{day}-{n}-to"].ToString().Trim()))
        .Where(s => s.From.Length + s.To.Length > 0)]))], form["hours-no-holidays"] == "true");

    /// <summary>The grid that says these hours; null when they say more than its boxes hold.</summary>
    public static WeekGrid? From(string text)
    {
        if (text.Length == 0) return WeekGrid.Empty;
        return OpeningHours.Parse(text) is { Ok: true } hours ? WeekGrid.TryFrom(hours.Value, out var grid) && grid.Days.All(d => d.Spans.Count <= Spans) ? grid : null : AsTyped(text);
    }

    /// <summary>Boxes that could not be read, from the text that <see cref="Text"/> made of them: the form comes back as it was typed.</summary>
    public static WeekGrid? AsTyped(string text)
    {
        var lines = text.Split("; ").Where(line => line != HolidaysOff).Select(line => TypedLine().Match(line)).ToList();
        if (!lines.All(l => l.Success)) return null;
        var spans = lines.ToLookup(l => l.Groups[1].Value.ToLowerInvariant(), l => new GridSpan(l.Groups[2].Value, l.Groups[3].Value));
        return new([.. Days.Select(day => new GridDay([.. spans[day]]))], text.EndsWith(HolidaysOff, StringComparison.Ordinal));
    }

    /// <summary>The grid in the grammar; empty boxes say nothing. A box that cannot be read goes on as typed, for the grammar to refuse in words.</summary>
    public static string Text(WeekGrid grid)
    {
        if (grid.Days.All(d => d.Spans.Count == 0)) return "";
        var hours = grid.ToOpeningHours();
        return hours.Ok ? hours.Value.ToString() : string.Join("; ", grid.Days.SelectMany((d, i) => d.Spans.Select(s => $"{Days[i][..1].ToUpperInvariant()}{Days[i][1..]} {s.From}-{s.To}")).Concat(grid.ClosedOnPublicHolidays ? [HolidaysOff] : []));
    }

    /// <summary>Hours as people say them, or why they cannot be read.</summary>
    public static string Say(string text)
    {
        var hours = OpeningHours.Parse(text);
        return hours.Ok ? Texts.Get("occasions.hours.read", HoursText.Describe(hours.Value, CultureInfo.CurrentUICulture)) : hours.Error.Say(CultureInfo.CurrentUICulture);
    }

    [GeneratedRegex(@"^(Mo|Tu|We|Th|Fr|Sa|Su) ([^\s;-]*)-([^\s;-]*)$")]
    private static partial Regex TypedLine();
}
