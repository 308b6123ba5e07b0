using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>When something happens, once or again and again: a local time in a zone, a rule, and what is left out or added.</summary>
/// <remarks>Choices: an hour that the clocks skip (02:30 on the last Sunday of March) happens after the gap, at 03:30; an hour that they repeat
/// happens the first time. The start is an occurrence only when the rule says so. COUNT counts the rule's dates before any is left out.</remarks>
public sealed record Recurrence(LocalDateTime Start, DateTimeZone Zone)
{
    /// <summary>Days looked at for one question, and occurrences in one answer.</summary>
    public const int MaxSteps = 400_000;
    public const int MaxItems = 10_000;

    /// <summary>How far <see cref="Next"/> looks: 29 February comes back within eight years, with room.</summary>
    private const int NextYears = 12;

    /// <summary>Null: once.</summary>
    public RecurrenceRule? Rule { get; init; }
    /// <summary>Left out. At midnight when the event is not: the whole day is left out.</summary>
    public IReadOnlyList<LocalDateTime> Except { get; init; } = [];
    public IReadOnlyList<LocalDateTime> Also { get; init; } = [];
    public bool NotOnPublicHolidays { get; init; }
    public bool NotInSchoolHolidays { get; init; }

    public static Recurrence Once(LocalDateTime at, DateTimeZone zone) => new(at, zone);

    /// <summary>Reads what <see cref="ToString"/> writes: DTSTART, RRULE, EXDATE, RDATE and X-TRAME-EXCEPT lines. Never throws.</summary>
    public static ParseResult<Recurrence> Parse(string text, IDateTimeZoneProvider? zones = null) =>
        new RecurrenceParser(text, zones ?? DateTimeZoneProviders.Tzdb).Read();

    /// <summary>Occurrences whose local date lies between two days, both included, in order.</summary>
    public OccurrenceList Occurrences(LocalDate from, LocalDate to, HolidayCalendar calendar, int maxSteps = MaxSteps)
    {
        var (nominal, cutShort) = Nominal(from, to, maxSteps);
        var kept = nominal.Where(at => !IsLeftOut(at, calendar)).Select(at => Resolve(at, calendar)).OrderBy(o => o.At).ToList();
        return new OccurrenceList(kept, cutShort);
    }

    /// <summary>The first occurrence after an instant, or null when there is none in the next twelve years.</summary>
    public Occurrence? Next(Instant after, HolidayCalendar calendar)
    {
        var from = after.InZone(Zone).Date.PlusDays(-1); // a local time moved by a clock change may cross midnight
        var earliest = Also.Append(Start).Min().Date;
        if (from < earliest) from = earliest;
        // Widening steps: the usual answer is near, and the budget is for the rare one.
        foreach (var (begin, end) in new[] { (0, 40), (41, 800), (801, NextYears * 366) })
        {
            var found = Occurrences(from.PlusDays(begin), from.PlusDays(end), calendar).Items.FirstOrDefault(o => o.At > after);
            if (found is not null) return found;
        }
        return null;
    }

    internal bool IsLeftOut(LocalDateTime at, HolidayCalendar calendar) =>
        Except.Any(e => e == at || (e.TimeOfDay == LocalTime.Midnight && e.Date == at.Date)) || FallsOnExcludedHoliday(at.Date, calendar);

    internal bool FallsOnExcludedHoliday(LocalDate date, HolidayCalendar calendar) =>
        (NotOnPublicHolidays && calendar.IsPublicHoliday(date)) || (NotInSchoolHolidays && calendar.IsSchoolHoliday(date) == true);

    /// <summary>Local times as the rule and the additions give them, before anything is left out; distinct and in order.</summary>
    internal (IReadOnlyList<LocalDateTime> Times, bool CutShort) Nominal(LocalDate from, LocalDate to, int maxSteps = MaxSteps)
    {
        var times = new SortedSet<LocalDateTime>(Also.Where(a => a.Date >= from && a.Date <= to));
        if (Rule is null)
        {
            if (Start.Date >= from && Start.Date <= to) times.Add(Start);
            return ([.. times], false);
        }
        var expansion = new RuleExpansion(Rule, Start.Date, maxSteps);
        var end = Rule.Until?.In(Zone);
        foreach (var date in expansion.Dates(from, end is { } last && last.Date < to ? last.Date : to))
        {
            var at = date.At(Start.TimeOfDay);
            if (end is { } until && at > until) break;
            if (times.Count >= MaxItems) return ([.. times], true);
            times.Add(at);
        }
        return ([.. times], expansion.CutShort);
    }

    private Occurrence Resolve(LocalDateTime at, HolidayCalendar calendar)
    {
        var zoned = at.InZoneLeniently(Zone);
        return new Occurrence(zoned.LocalDateTime, zoned.ToInstant(), NotInSchoolHolidays && calendar.IsSchoolHoliday(at.Date) is null);
    }

    public override string ToString() => RecurrenceParser.Print(this);
    public bool Equals(Recurrence? other) => other is not null && ToString() == other.ToString();
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
