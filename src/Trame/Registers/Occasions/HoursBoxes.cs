using System.Globalization;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;

namespace Trame.Registers.Occasions;

/// <summary>Between the boxes of a week on a form and the hours of the register.</summary>
public static class HoursBoxes
{
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
        return OpeningHours.Parse(text) is { Ok: true } hours && WeekGrid.TryFrom(hours.Value, out var grid) && grid.Days.All(d => d.Spans.Count <= Spans) ? grid : null;
    }

    /// <summary>The grid in the grammar; empty boxes say nothing. A box that cannot be read goes on as typed, for the grammar to refuse in words.</summary>
    public static string Text(WeekGrid grid)
    {
        if (grid.Days.All(d => d.Spans.Count == 0)) return "";
        var hours = grid.ToOpeningHours();
        return hours.Ok ? hours.Value.ToString() : string.Join("; ", grid.Days.SelectMany((d, i) => d.Spans.Select(s => $"{Days[i][..1].ToUpperInvariant()}{Days[i][1..]} {s.From}-{s.To}")));
    }

    /// <summary>Hours as people say them, or why they cannot be read.</summary>
    public static string Say(string text)
    {
        var hours = OpeningHours.Parse(text);
        return hours.Ok ? Texts.Get("occasions.hours.read", HoursText.Describe(hours.Value, CultureInfo.CurrentUICulture)) : hours.Error.Say(CultureInfo.CurrentUICulture);
    }
}
