using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Reads and writes a recurrence as the lines of RFC 5545, plus X-TRAME-EXCEPT for the holidays.</summary>
internal sealed class RecurrenceParser(string text, IDateTimeZoneProvider zones)
{
    private const int MaxLength = 20_000;
    private const string DefaultZone = "Europe/Paris";

    private Recurrence? _read;
    private RecurrenceRule? _rule;
    private readonly List<LocalDateTime> _except = [];
    private readonly List<LocalDateTime> _also = [];
    private (bool Public, bool School) _holidays;
    private ParseError? _error;

    public static string Print(Recurrence when)
    {
        var zone = $";TZID={when.Zone.Id}:";
        var lines = new List<string> { "DTSTART" + zone + RuleDates.Print(when.Start) };
        if (when.Rule is { } rule) lines.Add("RRULE:" + rule);
        if (when.Except.Count > 0) lines.Add("EXDATE" + zone + string.Join(',', when.Except.Select(RuleDates.Print)));
        if (when.Also.Count > 0) lines.Add("RDATE" + zone + string.Join(',', when.Also.Select(RuleDates.Print)));
        string[] holidays = [.. when.NotOnPublicHolidays ? ["PUBLIC-HOLIDAYS"] : (string[])[], .. when.NotInSchoolHolidays ? ["SCHOOL-HOLIDAYS"] : (string[])[]];
        if (holidays.Length > 0) lines.Add("X-TRAME-EXCEPT:" + string.Join(',', holidays));
        return string.Join('\n', lines);
    }

    public ParseResult<Recurrence> Read()
    {
        if (text.Length > MaxLength) return Error("time.rule.too-long", 0, "", MaxLength.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0) ReadLine(line.TrimEnd('\r', ' '), start);
            if (_error is not null) return _error;
            start += line.Length + 1;
        }
        if (_read is null) return Error("time.rule.no-start", text.Length, "");
        return _read with { Rule = _rule, Except = _except, Also = _also, NotOnPublicHolidays = _holidays.Public, NotInSchoolHolidays = _holidays.School };
    }

    private void ReadLine(string line, int start)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = (colon < 0 ? line : line[..colon]).Split(';');
        var (value, at) = (colon < 0 ? "" : line[(colon + 1)..], start + colon + 1);
        switch (head[0].Trim().ToUpperInvariant())
        {
            case "DTSTART" when colon > 0: ReadStart(head, value, start, at); break;
            case "RRULE" when colon > 0: ReadRule(value, at); break;
            case "EXDATE" when colon > 0: ReadTimes(value, at, _except); break;
            case "RDATE" when colon > 0: ReadTimes(value, at, _also); break;
            case "X-TRAME-EXCEPT" when colon > 0: ReadHolidays(value, at); break;
            default: Refuse("time.rule.line", start, head[0]); break;
        }
    }

    private void ReadStart(string[] head, string value, int start, int at)
    {
        var id = head.Skip(1).FirstOrDefault(p => p.StartsWith("TZID=", StringComparison.OrdinalIgnoreCase))?[5..] ?? DefaultZone;
        if (_read is not null) Refuse("time.rule.twice", start, "DTSTART");
        else if (zones.GetZoneOrNull(id) is not { } zone) Refuse("time.rule.zone", start, id);
        else if (RuleDates.Read(value.Trim()) is not { } date || date.At.Year > 2999) Refuse("time.rule.date", at, value);
        else _read = new Recurrence(date.Utc ? date.In(zone) : date.At, zone);
    }

    private void ReadRule(string value, int at)
    {
        if (_rule is not null) { Refuse("time.rule.twice", at, "RRULE"); return; }
        var rule = new RuleParser(value, at).Read();
        if (rule.Ok) _rule = rule.Value;
        else _error ??= rule.Error;
    }

    private void ReadTimes(string value, int at, List<LocalDateTime> into)
    {
        foreach (var item in value.Split(','))
        {
            if (RuleDates.Read(item.Trim()) is not { Utc: false } date || date.At.Year > 2999) { Refuse("time.rule.date", at, item); return; }
            if (!into.Contains(date.At)) into.Add(date.At);
            at += item.Length + 1;
        }
    }

    private void ReadHolidays(string value, int at)
    {
        foreach (var item in value.Split(','))
        {
            switch (item.Trim().ToUpperInvariant())
            {
                case "PUBLIC-HOLIDAYS": _holidays.Public = true; break;
                case "SCHOOL-HOLIDAYS": _holidays.School = true; break;
                default: Refuse("time.rule.except", at, item); return;
            }
            at += item.Length + 1;
        }
    }

    private void Refuse(string key, int at, string piece) => _error ??= Error(key, at, piece);

    private static ParseError Error(string key, int at, string piece, params string[] args) =>
        new(key, at + 1, piece.Trim() is { Length: > 30 } longer ? longer[..30] : piece.Trim(), args);
}
