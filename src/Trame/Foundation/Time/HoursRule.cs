using NodaTime;

namespace Trame.Foundation.Time;

internal enum RuleJoin { Normal, Additional, Fallback }

/// <summary>Years From to To (To = int.MaxValue for "2026+"), one in Step.</summary>
internal sealed record YearRange(int From, int To, int Step)
{
    public bool Holds(int year) => year >= From && year <= To && (year - From) % Step == 0;
}

/// <summary>ISO weeks From to To, one in Step; To &lt; From runs over the new year (then Step is 1).</summary>
internal sealed record WeekRange(int From, int To, int Step)
{
    public bool Holds(int week) => From <= To
        ? week >= From && week <= To && (week - From) % Step == 0
        : week >= From || week <= To;
}

/// <summary>PH or SH, moved by some days ("PH -1 day": the eve).</summary>
internal sealed record HolidayPick(bool School, int Offset);

/// <summary>Weekdays From to To (may run over Sunday), or the nth ones of the month when Nth is not empty, moved by some days.</summary>
internal sealed record WeekdayRange(IsoDayOfWeek From, IsoDayOfWeek To, IReadOnlyList<int> Nth, int Offset)
{
    public bool Holds(LocalDate date)
    {
        var day = Offset == 0 ? date : date.PlusDays(-Offset);
        var inRange = From <= To
            ? day.DayOfWeek >= From && day.DayOfWeek <= To
            : day.DayOfWeek >= From || day.DayOfWeek <= To;
        if (!inRange || Nth.Count == 0) return inRange;
        var last = CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month);
        return Nth.Contains((day.Day - 1) / 7 + 1) || Nth.Contains(-((last - day.Day) / 7 + 1));
    }
}

/// <summary>Minutes from the midnight of the day it belongs to; End may be up to 48 h. End = Start with OpenEnd: only the start is known.</summary>
internal readonly record struct HoursSpan(int Start, int End, bool OpenEnd);

/// <summary>One rule of an opening_hours text, as written.</summary>
internal sealed record HoursRule
{
    public RuleJoin Join { get; init; }
    public bool Always { get; set; }
    public List<YearRange> Years { get; } = [];
    public List<DateSpan> Dates { get; } = [];
    public List<WeekRange> Weeks { get; } = [];
    public List<HolidayPick> Holidays { get; } = [];
    public List<WeekdayRange> Weekdays { get; } = [];
    /// <summary>"SH Mo-Fr": the weekdays that are also holidays; otherwise ("Mo-Fr,PH") either will do.</summary>
    public bool HolidaysAndWeekdays { get; set; }
    public List<HoursSpan> Times { get; } = [];
    public OpenState? Modifier { get; set; }
    public string? Comment { get; set; }

    public bool NamesDays => Years.Count + Dates.Count + Weeks.Count + Holidays.Count + Weekdays.Count > 0;
    public bool IsEmpty => !Always && !NamesDays && Times.Count == 0 && Modifier is null && Comment is null;

    /// <summary>A comment without hours ("sur rendez-vous") promises nothing: unknown, unless the rule says otherwise.</summary>
    public OpenState State => Modifier ?? (Comment is not null && Times.Count == 0 && !Always ? OpenState.Unknown : OpenState.Open);
}
