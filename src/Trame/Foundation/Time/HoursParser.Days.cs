using NodaTime;

namespace Trame.Foundation.Time;

internal sealed partial class HoursParser
{
    private bool AtHoliday => _at.Word() is "ph" or "sh";
    private bool AtWeekday => HoursVocabulary.Day(_at.Word()) is not null;

    private bool ReadDays(HoursRule rule)
    {
        if (!AtHoliday && !AtWeekday) return true;
        do
        {
            if (AtHoliday) ReadHoliday(rule);
            else if (!ReadWeekdays(rule)) return false;
        } while (TakeCommaBefore(() => AtHoliday || AtWeekday));
        if (AtWeekday && rule.Weekdays.Count == 0)
        {
            rule.HolidaysAndWeekdays = true;
            do
            {
                if (!ReadWeekdays(rule)) return false;
            } while (TakeCommaBefore(() => AtWeekday));
        }
        TakeCommaBefore(() => AtTime); // "Mo-Fr, 10:00-12:00": the comma is a slip, not another rule
        return true;
    }

    private void ReadHoliday(HoursRule rule)
    {
        var school = _at.Word() == "sh";
        TakeWord();
        rule.Holidays.Add(new HolidayPick(school, TakeOffset()));
    }

    private bool ReadWeekdays(HoursRule rule)
    {
        if (HoursVocabulary.Day(_at.Word()) is not { } from) return Refuse("time.hours.weekday");
        TakeWord();
        var nth = new List<int>();
        if (_at.Take('[')) return ReadNthList(nth) && Add(rule, from, from, nth);
        if (TakeOffset() is var offset && offset != 0)
        {
            rule.Weekdays.Add(new WeekdayRange(from, from, nth, offset));
            return true;
        }
        if (!_at.Take('-')) return Add(rule, from, from, nth);
        if (HoursVocabulary.Day(_at.Word()) is not { } to) return Refuse("time.hours.weekday");
        TakeWord();
        return Add(rule, from, to, nth);
    }

    private bool Add(HoursRule rule, IsoDayOfWeek from, IsoDayOfWeek to, List<int> nth)
    {
        rule.Weekdays.Add(new WeekdayRange(from, to, nth, nth.Count > 0 ? TakeOffset() : 0));
        return true;
    }

    private bool ReadNthList(List<int> nth)
    {
        do
        {
            var minus = _at.Take('-');
            if (!ReadNumber(1, 5, "time.hours.nth", out var from)) return false;
            var to = from;
            if (!minus && _at.Take('-') && !ReadNumber(from, 5, "time.hours.nth", out to)) return false;
            for (var n = from; n <= to; n++) nth.Add(minus ? -n : n);
        } while (_at.Take(','));
        return _at.Take(']') || Refuse("time.hours.bracket");
    }
}
