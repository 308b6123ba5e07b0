using NodaTime;

namespace Trame.Foundation.Time;

internal sealed partial class HoursParser
{
    // Beyond these a year is a typing mistake, and date arithmetic stays far from the ends of the calendar.
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    private bool AtYear => _at.Digits() is { Length: 4 } digits && int.Parse(digits) is >= FirstYear and <= LastYear && _at.AfterDigits() is not (':' or 'h');
    private bool AtMonth => HoursVocabulary.Month(_at.Word()) is not null;
    private bool AtEaster => _at.Word() == "easter";
    private bool AtDayNumber => _at.Digits().Length is 1 or 2 && _at.AfterDigits() is not (':' or 'h' or '.');

    private bool ReadDates(HoursRule rule)
    {
        while (AtYear || AtMonth || AtEaster)
        {
            if (!(AtYear && !YearOpensADate() ? ReadYears(rule) : ReadDateSpan(rule))) return false;
            while (TakeCommaBefore(() => AtDayNumber && EndsOnADay(rule)))
                if (!ReadMoreDays(rule)) return false;
            TakeCommaBefore(() => AtYear || AtMonth || AtEaster);
        }
        return true;
    }

    private static bool EndsOnADay(HoursRule rule) => rule.Dates is [.., { From: { Easter: false, Nth: 0, Day: > 0 }, OpenEnd: false }];

    private bool YearOpensADate()
    {
        var back = _at.Position;
        _at.Position = _at.SkipSpace() + 4;
        var opens = AtMonth || AtEaster;
        _at.Position = back;
        return opens;
    }

    private bool ReadYears(HoursRule rule)
    {
        if (!ReadNumber(FirstYear, LastYear, "time.hours.year", out var from)) return false;
        var (to, step) = (from, 1);
        if (_at.Take('+')) to = int.MaxValue;
        else if (_at.Take('-') && !ReadNumber(from, LastYear, "time.hours.year", out to)) return false;
        if (_at.Take('/') && !ReadNumber(1, 100, "time.hours.step", out step)) return false;
        rule.Years.Add(new YearRange(from, to, step));
        return true;
    }

    private bool ReadDateSpan(HoursRule rule)
    {
        var start = _at.SkipSpace();
        if (!ReadPoint(nthAllowed: true, mustGoOn: true, out var from)) return false;
        if (_at.Take('+')) return Add(rule, start, new DateSpan(from, null, OpenEnd: true));
        if (!_at.Take('-')) return Add(rule, start, new DateSpan(from, null, OpenEnd: false));
        if (AtYear || AtMonth || AtEaster)
            return ReadPoint(nthAllowed: from.Nth != 0, mustGoOn: false, out var to) && Add(rule, start, new DateSpan(from, to, OpenEnd: false));
        if (from.Easter || from.Nth != 0 || from.Day == 0) return Refuse("time.hours.date-end");
        return ReadDayNumber(from.Month, out var day) && Add(rule, start, new DateSpan(from, @from with { Day = day, Offset = TakeOffset() }, OpenEnd: false));
    }

    /// <summary>"Dec 24,25,31": more days of the month just named.</summary>
    private bool ReadMoreDays(HoursRule rule)
    {
        var start = _at.SkipSpace();
        var last = rule.Dates[^1].To ?? rule.Dates[^1].From;
        if (!ReadDayNumber(last.Month, out var day)) return false;
        var from = last with { Day = day, Offset = 0 };
        if (!_at.Take('-')) return Add(rule, start, new DateSpan(from, null, OpenEnd: false));
        return ReadDayNumber(last.Month, out var end) && Add(rule, start, new DateSpan(from, @from with { Day = end }, OpenEnd: false));
    }

    private bool ReadPoint(bool nthAllowed, bool mustGoOn, out DatePoint point)
    {
        point = new DatePoint(null, false, 0, 0, IsoDayOfWeek.None, 0, 0);
        if (AtYear && ReadNumber(FirstYear, LastYear, "time.hours.year", out var year)) point = point with { Year = year };
        if (AtEaster)
        {
            TakeWord();
            point = point with { Easter = true, Offset = TakeOffset() };
            return true;
        }
        if (HoursVocabulary.Month(_at.Word()) is not { } month) return Refuse("time.hours.month");
        TakeWord();
        point = point with { Month = month };
        if (nthAllowed && TakeNth(mustGoOn) is var (weekday, nth)) point = point with { Weekday = weekday, Nth = nth };
        else if (AtDayNumber)
        {
            if (!ReadDayNumber(month, out var day)) return false;
            point = point with { Day = day };
        }
        if (!point.WholeMonth) point = point with { Offset = TakeOffset() };
        return true;
    }

    /// <summary>"Su[-1]" of "Mar Su[-1]-Oct Su[-1]". Alone after a month it is a weekday of that month, and is left to the days.</summary>
    private (IsoDayOfWeek, int)? TakeNth(bool mustGoOn)
    {
        var back = _at.Position;
        if (HoursVocabulary.Day(_at.Word()) is { } day)
        {
            TakeWord();
            var minus = false;
            if (_at.Take('['))
            {
                minus = _at.Take('-');
                var digits = _at.Digits();
                if (digits is "1" or "2" or "3" or "4")
                {
                    _at.Position = _at.SkipSpace() + 1;
                    if (_at.Take(']') && (!mustGoOn || GoesOn())) return (day, minus ? -int.Parse(digits) : int.Parse(digits));
                }
            }
        }
        _at.Position = back;
        return null;
    }

    private bool GoesOn()
    {
        var back = _at.Position;
        TakeOffset();
        var goesOn = _at.Take('-') && (AtMonth || AtYear || AtEaster);
        _at.Position = back;
        return goesOn;
    }

    private bool ReadDayNumber(int month, out int day) =>
        ReadNumber(1, month == 2 ? 29 : month is 4 or 6 or 9 or 11 ? 30 : 31, "time.hours.day-of-month", out day);

    private bool Add(HoursRule rule, int start, DateSpan span)
    {
        if (span.To?.Year is { } year && (span.From.Year is not { } first || span.To.In(year, true) < span.From.In(first, false)))
        {
            _at.Position = start;
            return Refuse(span.From.Year is null ? "time.hours.year-first" : "time.hours.backwards");
        }
        rule.Dates.Add(span);
        return true;
    }

    private bool ReadWeeks(HoursRule rule)
    {
        if (_at.Word() is not ("week" or "semaine")) return true;
        TakeWord();
        do
        {
            if (!ReadNumber(1, 53, "time.hours.week", out var from)) return false;
            var (to, step) = (from, 1);
            if (_at.Take('-') && !ReadNumber(1, 53, "time.hours.week", out to)) return false;
            if (_at.Take('/') && !ReadNumber(1, from <= to ? 53 : 1, "time.hours.step", out step)) return false;
            rule.Weeks.Add(new WeekRange(from, to, step));
        } while (TakeCommaBefore(() => AtDayNumber));
        return true;
    }

    private bool TakeCommaBefore(Func<bool> expected)
    {
        var back = _at.Position;
        if (_at.Take(',') && expected()) return true;
        _at.Position = back;
        return false;
    }
}
