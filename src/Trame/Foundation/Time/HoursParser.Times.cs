namespace Trame.Foundation.Time;

internal sealed partial class HoursParser
{
    private bool AtTime => _at.AtDigit && !AtYear;

    private bool ReadTimes(HoursRule rule)
    {
        if (_at.Here == '(' || HoursVocabulary.IsSun(_at.Word())) return Refuse("time.hours.sun");
        if (!AtTime) return true;
        do
        {
            if (!ReadSpan(rule)) return false;
        } while (TakeCommaBefore(() => AtTime || _at.Here == '(' || HoursVocabulary.IsSun(_at.Word())));
        return true;
    }

    private bool ReadSpan(HoursRule rule)
    {
        if (_at.Here == '(' || HoursVocabulary.IsSun(_at.Word())) return Refuse("time.hours.sun");
        if (!ReadTime(23 * 60 + 59, out var start)) return false;
        if (_at.Take('+')) return Add(rule, new HoursSpan(start, start, OpenEnd: true));
        if (!_at.Take('-')) return Refuse("time.hours.no-end");
        if (_at.Here == '(' || HoursVocabulary.IsSun(_at.Word())) return Refuse("time.hours.sun");
        if (!_at.AtDigit) return Refuse("time.hours.no-end");
        if (!ReadTime(48 * 60, out var end)) return false;
        if (end <= start) end += 1440; // 22:00-02:00
        if (_at.Here == '/') return Refuse("time.hours.every");
        return Add(rule, new HoursSpan(start, end, _at.Take('+')));
    }

    private static bool Add(HoursRule rule, HoursSpan span)
    {
        rule.Times.Add(span);
        return true;
    }

    /// <summary>"09:00", and as people type it: "9:00", "9h", "9h30", "9.30", "9", "0900".</summary>
    private bool ReadTime(int most, out int minutes)
    {
        minutes = 0;
        var start = _at.SkipSpace();
        var digits = _at.Digits();
        _at.Position += digits.Length;
        var (hour, minute) = (0, 0);
        if (digits.Length == 4) (hour, minute) = (int.Parse(digits[..2]), int.Parse(digits[2..]));
        else if (digits.Length is 1 or 2)
        {
            hour = int.Parse(digits);
            var separated = _at.TakeGlued(':') || _at.TakeGlued('.') || TakeH();
            var tail = separated && _at.Position == EndOfGlued() ? "" : separated ? _at.Digits() : "";
            if (tail.Length > 0)
            {
                if (tail.Length != 2) return RefuseAt(start);
                minute = int.Parse(tail);
                _at.Position += 2;
            }
        }
        else return RefuseAt(start);
        minutes = hour * 60 + minute;
        return minute < 60 && minutes <= most || RefuseAt(start);
    }

    private bool TakeH() => _at.TakeGlued('h');

    /// <summary>Where the digits that touch this position begin to be absent: a space after "9h" ends the time.</summary>
    private int EndOfGlued()
    {
        var here = _at.Position;
        var glued = _at.SkipSpace() == here && _at.AtDigit;
        _at.Position = here;
        return glued ? -1 : here;
    }

    private bool RefuseAt(int start)
    {
        _at.Position = start;
        return Refuse("time.hours.time");
    }
}
