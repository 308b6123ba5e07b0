using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>A day of a year as written: "Dec 24", "2026 Dec", "easter -2 days", "Mar Su[-1]". Day 0 with no Nth: the whole month.</summary>
internal sealed record DatePoint(int? Year, bool Easter, int Month, int Day, IsoDayOfWeek Weekday, int Nth, int Offset)
{
    public bool WholeMonth => !Easter && Day == 0 && Nth == 0;

    /// <summary>The day in that year; a day that the month lacks (Feb 29) slides to the month's end, or to the next day when it starts a span.</summary>
    public LocalDate In(int year, bool atEnd)
    {
        if (Easter) return EasterDay.Of(year).PlusDays(Offset);
        var days = CalendarSystem.Iso.GetDaysInMonth(year, Month);
        if (Nth != 0) return NthWeekday.Of(year, Month, Weekday, Nth).PlusDays(Offset);
        if (Day == 0) return new LocalDate(year, Month, atEnd ? days : 1).PlusDays(Offset);
        if (Day > days) return new LocalDate(year, Month, days).PlusDays((atEnd ? 0 : 1) + Offset);
        return new LocalDate(year, Month, Day).PlusDays(Offset);
    }
}

/// <summary>From one day to another of the same or the next year; To null: the day (or month) itself, or from then on with OpenEnd.</summary>
internal sealed record DateSpan(DatePoint From, DatePoint? To, bool OpenEnd)
{
    public bool Holds(LocalDate date)
    {
        if (From.Year is { } fixedYear) return HoldsFrom(fixedYear, date);
        return HoldsFrom(date.Year, date) || HoldsFrom(date.Year - 1, date) || (From.Offset != 0 && HoldsFrom(date.Year + 1, date));
    }

    /// <summary>The last day, when a year was written.</summary>
    public LocalDate? LastDay => OpenEnd || From.Year is not { } year ? null : EndOf(year, From.In(year, atEnd: false));

    private bool HoldsFrom(int year, LocalDate date)
    {
        var start = From.In(year, atEnd: false);
        if (date < start) return false;
        if (OpenEnd) return From.Year is not null || date.Year == start.Year;
        if (To is null && !From.WholeMonth) return date == start && From.In(year, atEnd: true) == start;
        return date <= EndOf(year, start);
    }

    private LocalDate EndOf(int year, LocalDate start)
    {
        if (To is null) return From.In(year, atEnd: true);
        var end = To.In(To.Year ?? year, atEnd: true);
        return To.Year is null && end < start ? To.In(year + 1, atEnd: true) : end;
    }
}
