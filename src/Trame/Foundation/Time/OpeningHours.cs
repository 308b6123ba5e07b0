using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>When something is open, as written in the opening_hours grammar of OpenStreetMap. Immutable; two texts that mean the same rules in the same words are equal.</summary>
/// <remarks>Times are the local civil times of the place. A night that runs past midnight belongs to the day on which it began, and is not
/// cut by the next day's rules. Evaluating is thread-safe; one minute costs a walk through the rules, for that day and the day before.</remarks>
public sealed class OpeningHours : IEquatable<OpeningHours>
{
    /// <summary>Longest text read, in characters (OSM itself stops at 255).</summary>
    public const int MaxLength = 1000;

    /// <summary>Farthest search for a next opening, in days: past one leap year and any yearly rule.</summary>
    public const int MaxHorizonDays = 800;

    private readonly string _text;

    internal OpeningHours(IReadOnlyList<HoursRule> rules)
    {
        Rules = rules;
        _text = HoursPrinter.Print(rules);
        RunsPastMidnight = rules.Any(r => r.Times.Exists(t => t.End > 1440));
    }

    internal IReadOnlyList<HoursRule> Rules { get; }

    /// <summary>Never throws: what cannot be read is an answer.</summary>
    public static ParseResult<OpeningHours> Parse(string text) => HoursParser.Parse(text);

    public OpenState StateAt(LocalDateTime at, HolidayCalendar calendar)
    {
        var minute = at.Hour * 60 + at.Minute;
        var today = StateIn(DayPainting.Of(Rules, at.Date, calendar), minute);
        if (today == OpenState.Open || !RunsPastMidnight) return today;
        var night = StateIn(DayPainting.Of(Rules, at.Date.PlusDays(-1), calendar), minute + 1440);
        return Stronger(today, night);
    }

    /// <summary>Open for certain; "unknown" is not open.</summary>
    public bool IsOpen(LocalDateTime at, HolidayCalendar calendar) => StateAt(at, calendar) == OpenState.Open;

    /// <summary>The open and unknown stretches of a civil day, in order, cut at its midnights.</summary>
    public IReadOnlyList<OpenInterval> IntervalsOn(LocalDate date, HolidayCalendar calendar) => HoursDay.Of(this, date, calendar);

    /// <summary>The first minute from this one on at which it is open; null when there is none within the horizon.</summary>
    public LocalDateTime? NextOpening(LocalDateTime from, HolidayCalendar calendar, int horizonDays = 400)
    {
        for (var day = 0; day <= Math.Min(horizonDays, MaxHorizonDays); day++)
        {
            foreach (var interval in IntervalsOn(from.Date.PlusDays(day), calendar))
            {
                if (interval.State != OpenState.Open || interval.End <= from) continue;
                return interval.Start >= from ? interval.Start : from;
            }
        }
        return null;
    }

    /// <summary>Until when it stays open from this minute (over midnights); null when it is not open, or does not close within eight days.</summary>
    public LocalDateTime? OpenUntil(LocalDateTime at, HolidayCalendar calendar)
    {
        if (!IsOpen(at, calendar)) return null;
        var until = at;
        for (var day = 0; day <= 8; day++)
        {
            foreach (var interval in IntervalsOn(at.Date.PlusDays(day), calendar))
            {
                if (interval.End <= until || interval.State != OpenState.Open) continue;
                if (interval.Start > until) return until;
                until = interval.End;
            }
            if (until < at.Date.PlusDays(day + 1).AtMidnight()) return until;
        }
        return null;
    }

    /// <summary>Is it open at any time of these days, both included?</summary>
    public bool OpenIn(LocalDate from, LocalDate to, HolidayCalendar calendar)
    {
        for (var date = from; date <= to; date = date.PlusDays(1))
            if (IntervalsOn(date, calendar).Any(i => i.State == OpenState.Open)) return true;
        return false;
    }

    /// <summary>Is it open at any time of these days, both included, holidays apart?</summary>
    public bool OpenIn(LocalDate from, LocalDate to) => OpenIn(from, to, HolidayCalendar.None);

    /// <summary>The same hours, with those days closed ("2026 Dec 24-26 off").</summary>
    public OpeningHours WithClosure(LocalDate from, LocalDate to, string? comment = null) => HoursClosures.Add(this, from, to, comment);

    /// <summary>The same hours, without the rules for dated days that all lie before this one. Hours that lived only in the past become "off".</summary>
    public OpeningHours WithoutPast(LocalDate today) => HoursClosures.WithoutPast(this, today);

    /// <summary>True when one week says it all: no season, no parity, no nth weekday.</summary>
    internal bool SameEveryWeek => Rules.All(r => r.Years.Count + r.Dates.Count + r.Weeks.Count == 0
        && r.Weekdays.All(d => d.Nth.Count == 0) && !r.Holidays.Exists(h => h.School));

    internal bool RunsPastMidnight { get; }

    internal static OpenState Stronger(OpenState a, OpenState b) =>
        a == OpenState.Open || b == OpenState.Open ? OpenState.Open : a == OpenState.Unknown ? a : b;

    /// <summary>The span on top at that minute, from the first group that says anything.</summary>
    internal static PaintedSpan? TopAt(List<List<PaintedSpan>> groups, int minute)
    {
        foreach (var canvas in groups)
            for (var i = canvas.Count - 1; i >= 0; i--)
                if (canvas[i].Start <= minute && minute < canvas[i].End) return canvas[i];
        return null;
    }

    private static OpenState StateIn(List<List<PaintedSpan>> groups, int minute) => TopAt(groups, minute)?.State ?? OpenState.Closed;

    public override string ToString() => _text;
    public bool Equals(OpeningHours? other) => other is not null && other._text == _text;
    public override bool Equals(object? obj) => Equals(obj as OpeningHours);
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);
}
