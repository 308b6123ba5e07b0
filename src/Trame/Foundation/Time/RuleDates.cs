using NodaTime;
using NodaTime.Text;

namespace Trame.Foundation.Time;

/// <summary>Dates as RFC 5545 writes them: 20261231, 20261231T180000, 20261231T180000Z. Before 1900 it is a typing mistake.</summary>
internal static class RuleDates
{
    private static readonly LocalDateTimePattern TimePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static RuleEnd? Read(string text)
    {
        var utc = text.EndsWith('Z') || text.EndsWith('z');
        var upper = (utc ? text[..^1] : text).ToUpperInvariant();
        if (!utc && DatePattern.Parse(upper) is { Success: true } date) return Sane(new RuleEnd(date.Value.AtMidnight(), WholeDay: true, Utc: false));
        return TimePattern.Parse(upper) is { Success: true } time ? Sane(new RuleEnd(time.Value, WholeDay: false, utc)) : null;
    }

    public static string Print(RuleEnd end) => end.WholeDay ? DatePattern.Format(end.At.Date) : TimePattern.Format(end.At) + (end.Utc ? "Z" : "");

    public static string Print(LocalDateTime at) => TimePattern.Format(at);

    public static string Print(LocalDate day) => DatePattern.Format(day);

    private static RuleEnd? Sane(RuleEnd end) => end.At.Year >= 1900 ? end : null; // UNTIL=99991231 means "for ever" in real files
}
