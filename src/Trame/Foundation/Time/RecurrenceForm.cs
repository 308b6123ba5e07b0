using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>A recurrence as a form asks it: once, every week, every other week, the nth weekday of the month, a day of the month.</summary>
public sealed record RecurrenceForm(RecurrenceKind Kind, LocalDate FirstDate, LocalTime Time)
{
    /// <summary>Weekly and every other week: which days; empty: the first date's.</summary>
    public IReadOnlyList<IsoDayOfWeek> Days { get; init; } = [];
    /// <summary>Monthly by weekday: 1 to 5, or -1 for the last; 0: the first date's place. The weekday is the first date's.</summary>
    public int Nth { get; init; }
    public LocalDate? LastDate { get; init; }
    public bool NotOnPublicHolidays { get; init; }
    public bool NotInSchoolHolidays { get; init; }
    public IReadOnlyList<LocalDate> Except { get; init; } = [];
    public IReadOnlyList<LocalDate> Also { get; init; } = [];

    public Recurrence ToRecurrence(DateTimeZone zone) => new(FirstDate.At(Time), zone)
    {
        Rule = Rule(),
        Except = [.. Except.Select(d => d.At(Time))],
        Also = [.. Also.Select(d => d.At(Time))],
        NotOnPublicHolidays = NotOnPublicHolidays,
        NotInSchoolHolidays = NotInSchoolHolidays,
    };

    /// <summary>False when the form could not say the same recurrence: the page then shows the rule.</summary>
    public static bool TryFrom(Recurrence when, out RecurrenceForm form)
    {
        form = new RecurrenceForm(Kinds(when.Rule), when.Start.Date, when.Start.TimeOfDay)
        {
            Days = when.Rule is { Frequency: Frequency.Weekly } weekly ? [.. weekly.ByDay.Select(d => d.Day)] : [],
            Nth = when.Rule is { Frequency: Frequency.Monthly, ByDay: [{ } day] } ? day.Nth : 0,
            LastDate = when.Rule?.Until?.At.Date,
            NotOnPublicHolidays = when.NotOnPublicHolidays,
            NotInSchoolHolidays = when.NotInSchoolHolidays,
            Except = [.. when.Except.Select(e => e.Date)],
            Also = [.. when.Also.Select(a => a.Date)],
        };
        return form.ToRecurrence(when.Zone).Equals(when); // what the form cannot hold shows as a difference
    }

    private static RecurrenceKind Kinds(RecurrenceRule? rule) => rule switch
    {
        null => RecurrenceKind.Once,
        { Frequency: Frequency.Monthly, ByDay.Count: > 0 } => RecurrenceKind.MonthlyNth,
        { Frequency: Frequency.Monthly } => RecurrenceKind.MonthlyDay,
        { Interval: 2 } => RecurrenceKind.EveryOtherWeek,
        _ => RecurrenceKind.Weekly,
    };

    private RecurrenceRule? Rule()
    {
        if (Kind == RecurrenceKind.Once) return null;
        var end = LastDate is { } last ? RuleEnd.After(last) : null;
        if (Kind is RecurrenceKind.Weekly or RecurrenceKind.EveryOtherWeek)
        {
            IReadOnlyList<IsoDayOfWeek> days = Days.Count > 0 ? Days : [FirstDate.DayOfWeek];
            return new RecurrenceRule(Frequency.Weekly) { Interval = Kind == RecurrenceKind.Weekly ? 1 : 2, ByDay = [.. days.Select(d => new RuleDay(d))], Until = end };
        }
        var monthly = new RecurrenceRule(Frequency.Monthly) { Until = end };
        return Kind == RecurrenceKind.MonthlyDay
            ? monthly with { ByMonthDay = [FirstDate.Day] }
            : monthly with { ByDay = [new RuleDay(FirstDate.DayOfWeek, Nth == 0 ? (FirstDate.Day - 1) / 7 + 1 : Nth)] };
    }
}
