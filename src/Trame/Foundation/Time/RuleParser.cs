using System.Globalization;
using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Reads one RRULE value. Column numbers count from the start of the text that the person sees, hence the offset.</summary>
internal sealed class RuleParser(string text, int offset)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private RecurrenceRule _rule = new(Frequency.Weekly);
    private ParseError? _error;

    public ParseResult<RecurrenceRule> Read()
    {
        if (text.Length > RecurrenceRule.MaxLength) return Error("time.rule.too-long", 0, "", Text(RecurrenceRule.MaxLength));
        var start = text.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? 6 : 0;
        if (string.IsNullOrWhiteSpace(text[start..])) return Error("time.rule.empty", start, "");
        foreach (var part in text[start..].Split(';'))
        {
            if (part.Trim().Length > 0) ReadPart(part, start);
            if (_error is not null) return _error;
            start += part.Length + 1;
        }
        if (!_seen.Contains("FREQ")) return Error("time.rule.no-freq", text.Length, "");
        return Contradiction() is { } contradiction ? contradiction : _rule;
    }

    private void ReadPart(string part, int start)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1) { Refuse("time.rule.part", start, part); return; }
        var name = part[..equals].Trim().ToUpperInvariant();
        var (value, at) = (part[(equals + 1)..], start + equals + 1);
        if (!_seen.Add(name)) { Refuse("time.rule.twice", start, name); return; }
        switch (name)
        {
            case "FREQ": ReadFrequency(value, at); break;
            case "INTERVAL": _rule = _rule with { Interval = Number(value, at, 1, RecurrenceRule.MaxInterval) }; break;
            case "COUNT": _rule = _rule with { Count = Number(value, at, 1, RecurrenceRule.MaxCount) }; break;
            case "UNTIL": ReadUntil(value, at); break;
            case "WKST": _rule = _rule with { WeekStart = Day(value, at).Day }; break;
            case "BYDAY": _rule = _rule with { ByDay = List(value, at, Day) }; break;
            case "BYMONTH": _rule = _rule with { ByMonth = List(value, at, (v, a) => Number(v, a, 1, 12)) }; break;
            case "BYMONTHDAY": _rule = _rule with { ByMonthDay = List(value, at, (v, a) => Signed(v, a, 31)) }; break;
            case "BYSETPOS": _rule = _rule with { BySetPos = List(value, at, (v, a) => Signed(v, a, 366)) }; break;
            default: Refuse("time.rule.unknown-part", start, name); break;
        }
    }

    private ParseError? Contradiction()
    {
        var nthFits = _rule.Frequency is Frequency.Monthly or Frequency.Yearly;
        if (!nthFits && _rule.ByDay.Any(d => d.Nth != 0)) return At("time.rule.nth-day", "BYDAY");
        if (_rule.Frequency == Frequency.Monthly && _rule.ByDay.Any(d => Math.Abs(d.Nth) > 5)) return At("time.rule.number", "BYDAY", "-5", "5");
        if (_rule.Frequency == Frequency.Weekly && _rule.ByMonthDay.Count > 0) return At("time.rule.month-day", "BYMONTHDAY");
        if (_rule.BySetPos.Count > 0 && _rule.ByDay.Count + _rule.ByMonthDay.Count + _rule.ByMonth.Count == 0) return At("time.rule.setpos", "BYSETPOS");
        return _rule is { Count: not null, Until: not null } ? At("time.rule.count-and-until", "UNTIL") : null;
    }

    private void ReadFrequency(string value, int at)
    {
        if (value.Trim().Length > 0 && char.IsLetter(value.Trim()[0]) && Enum.TryParse<Frequency>(value.Trim(), ignoreCase: true, out var frequency)) _rule = _rule with { Frequency = frequency };
        else Refuse("time.rule.freq", at, value);
    }

    private void ReadUntil(string value, int at)
    {
        if (RuleDates.Read(value.Trim()) is { } end) _rule = _rule with { Until = end };
        else Refuse("time.rule.date", at, value);
    }

    private List<T> List<T>(string value, int at, Func<string, int, T> one)
    {
        var items = new List<T>();
        foreach (var item in value.Split(','))
        {
            var read = one(item, at);
            if (!items.Contains(read)) items.Add(read);
            at += item.Length + 1;
        }
        return items;
    }

    private RuleDay Day(string value, int at)
    {
        var trimmed = value.Trim().ToUpperInvariant();
        var name = trimmed.Length >= 2 ? trimmed[^2..] : trimmed;
        var day = Array.FindIndex(HoursVocabulary.Days, d => d.Length > 0 && d.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (day < 1) { Refuse("time.rule.day", at, value); return new RuleDay(IsoDayOfWeek.Monday); }
        return new RuleDay((IsoDayOfWeek)day, trimmed.Length == 2 ? 0 : Signed(trimmed[..^2], at, 53));
    }

    private int Signed(string value, int at, int most)
    {
        var number = Number(value, at, -most, most);
        if (number == 0) Refuse("time.rule.number", at, value, Text(-most), Text(most));
        return number;
    }

    private int Number(string value, int at, int least, int most)
    {
        if (int.TryParse(value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Refuse("time.rule.number", at, value, Text(least), Text(most));
        return least;
    }

    private ParseError At(string key, string name, params string[] args)
    {
        var at = text.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        return Error(key, Math.Max(at, 0), name, args);
    }

    private void Refuse(string key, int at, string piece, params string[] args) => _error ??= Error(key, at, piece, args);

    private ParseError Error(string key, int at, string piece, params string[] args) =>
        new(key, offset + at + 1, piece.Trim() is { Length: > 30 } longer ? longer[..30] : piece.Trim(), args);

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
