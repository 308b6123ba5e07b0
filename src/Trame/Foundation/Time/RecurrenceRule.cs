using System.Globalization;
using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>An RRULE of RFC 5545, without BYHOUR and below, BYYEARDAY and BYWEEKNO. Holds: what <see cref="Parse"/> accepts; two equal texts are equal rules.</summary>
public sealed record RecurrenceRule(Frequency Frequency)
{
    public const int MaxLength = 500;
    public const int MaxInterval = 1000;
    public const int MaxCount = 10_000;

    public int Interval { get; init; } = 1;
    public IReadOnlyList<RuleDay> ByDay { get; init; } = [];
    public IReadOnlyList<int> ByMonthDay { get; init; } = [];
    public IReadOnlyList<int> ByMonth { get; init; } = [];
    public IReadOnlyList<int> BySetPos { get; init; } = [];
    public int? Count { get; init; }
    public RuleEnd? Until { get; init; }
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>Never throws.</summary>
    public static ParseResult<RecurrenceRule> Parse(string text) => new RuleParser(text, 0).Read();

    public bool Equals(RecurrenceRule? other) => other is not null && ToString() == other.ToString();
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Print(Until is { } end ? RuleDates.Print(end) : null);

    /// <summary>As RFC 5545 wants it beside a DTSTART with a zone: UNTIL in UTC.</summary>
    internal string InICalendar(DateTimeZone zone) => Print(Until is { } end ? RuleDates.Print(end.InUtc(zone)) : null);

    /// <summary>Beside a DTSTART that is a day: UNTIL is a day too.</summary>
    internal string InDays(DateTimeZone zone) => Print(Until is { } end ? RuleDates.Print(end.In(zone).Date) : null);

    private string Print(string? until)
    {
        var parts = new List<string> { "FREQ=" + Frequency.ToString().ToUpperInvariant() };
        if (Interval != 1) parts.Add("INTERVAL=" + Number(Interval));
        if (ByMonth.Count > 0) parts.Add("BYMONTH=" + string.Join(',', ByMonth.Select(Number)));
        if (ByMonthDay.Count > 0) parts.Add("BYMONTHDAY=" + string.Join(',', ByMonthDay.Select(Number)));
        if (ByDay.Count > 0) parts.Add("BYDAY=" + string.Join(',', ByDay.Select(d => (d.Nth == 0 ? "" : Number(d.Nth)) + DayName(d.Day))));
        if (BySetPos.Count > 0) parts.Add("BYSETPOS=" + string.Join(',', BySetPos.Select(Number)));
        if (Count is { } count) parts.Add("COUNT=" + Number(count));
        if (until is not null) parts.Add("UNTIL=" + until);
        if (WeekStart != IsoDayOfWeek.Monday) parts.Add("WKST=" + DayName(WeekStart));
        return string.Join(';', parts);
    }

    private static string DayName(IsoDayOfWeek day) => HoursVocabulary.Days[(int)day].ToUpperInvariant();
    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
