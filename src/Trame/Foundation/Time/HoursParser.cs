namespace Trame.Foundation.Time;

/// <summary>Reads the opening_hours grammar (OSM specification 0.7.2, without sunrise and points in time), with the looseness of real files.</summary>
/// <remarks>A recursive descent: each method takes what it knows and says whether to go on; the first refusal is kept in <see cref="_error"/>.
/// Time is linear in the text, which is cut at <see cref="OpeningHours.MaxLength"/>.</remarks>
internal sealed partial class HoursParser(string text)
{
    private readonly TextCursor _at = new(text);
    private readonly List<HoursRule> _rules = [];
    private ParseError? _error;

    public static ParseResult<OpeningHours> Parse(string text)
    {
        if (text.Length > OpeningHours.MaxLength)
            return new ParseError("time.hours.too-long", OpeningHours.MaxLength + 1, "", [OpeningHours.MaxLength.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var parser = new HoursParser(text);
        return parser.ReadAll() ? new OpeningHours(parser._rules) : parser._error!;
    }

    private bool ReadAll()
    {
        var join = RuleJoin.Normal;
        while (!_at.AtEnd)
        {
            var rule = new HoursRule { Join = _rules.Count == 0 ? RuleJoin.Normal : join };
            if (!ReadRule(rule)) return false;
            if (!rule.IsEmpty) _rules.Add(rule);
            if (_at.AtEnd) break;
            if (ReadJoin() is not { } next) return Refuse("time.hours.unexpected");
            join = rule.IsEmpty && join == RuleJoin.Fallback ? join : next;
        }
        return _rules.Count > 0 || Refuse("time.hours.empty");
    }

    private RuleJoin? ReadJoin()
    {
        if (_at.Take(';')) return RuleJoin.Normal;
        if (_at.Take(',')) return RuleJoin.Additional;
        if (_at.Here != '|' || _at.Next != '|') return null;
        _at.Position += 2;
        return RuleJoin.Fallback;
    }

    private bool ReadRule(HoursRule rule) =>
        ReadComment(rule) && ReadAlways(rule)
        && (rule.Always || (ReadDates(rule) && ReadWeeks(rule) && ReadColon() && ReadDays(rule) && ReadColon() && ReadTimes(rule)))
        && ReadModifier(rule) && ReadComment(rule);

    private bool ReadAlways(HoursRule rule)
    {
        if (_at.Digits() != "24" || _at.AfterDigits() != '/') return true;
        _at.Position += 3;
        if (_at.Digits() != "7") return Refuse("time.hours.unexpected");
        _at.Position++;
        rule.Always = true;
        return true;
    }

    private bool ReadModifier(HoursRule rule)
    {
        if (HoursVocabulary.State(_at.Word()) is not { } state) return true;
        rule.Modifier = state;
        TakeWord();
        return true;
    }

    private bool ReadComment(HoursRule rule)
    {
        if (_at.Here is not ('"' or '“')) return true;
        if (_at.Quoted() is not { } comment) return Refuse("time.hours.quote");
        comment = comment.Replace('"', '\'');
        rule.Comment = rule.Comment is null ? comment : $"{rule.Comment}, {comment}";
        return true;
    }

    private bool ReadColon()
    {
        _at.Take(':'); // "Mo-Fr: 10:00-12:00": for the eye only
        return true;
    }

    private void TakeWord() => _at.Position = _at.SkipSpace() + _at.Word().Length;

    private bool Refuse(string key, params string[] args)
    {
        _error ??= _at.Error(key, args);
        return false;
    }

    /// <summary>Takes a number between two bounds, or refuses.</summary>
    private bool ReadNumber(int least, int most, string refusal, out int value)
    {
        value = 0;
        var digits = _at.Digits();
        if (digits.Length == 0 || !int.TryParse(digits, out value) || value < least || value > most) return Refuse(refusal);
        _at.Position += digits.Length;
        return true;
    }

    /// <summary>" -2 days" after a day; nothing is taken when it is something else.</summary>
    private int TakeOffset()
    {
        var back = _at.Position;
        var sign = _at.Here;
        if (sign is not ('+' or '-')) return 0;
        _at.Position++;
        var digits = _at.Digits();
        if (digits.Length is > 0 and <= 3)
        {
            _at.Position = _at.SkipSpace() + digits.Length;
            if (_at.Word() is "day" or "days")
            {
                TakeWord();
                return sign == '-' ? -int.Parse(digits) : int.Parse(digits);
            }
        }
        _at.Position = back;
        return 0;
    }
}
