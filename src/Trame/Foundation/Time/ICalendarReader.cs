using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Trame.Foundation.Time;

/// <summary>Reads the events of an RFC 5545 calendar: lines unfolded, texts unescaped, times brought to the zone of who reads. What it does not know is left aside; it never throws.</summary>
public static class ICalendarReader
{
    public const int MostEvents = 5_000;
    private const int LongestValue = 20_000;

    private sealed record Property(string Name, IReadOnlyDictionary<string, string> Parameters, string Value);

    /// <param name="zone">In which local times are given back; also of times that name no zone.</param>
    /// <returns>At most <see cref="MostEvents"/>, and whether there were more.</returns>
    public static (IReadOnlyList<ICalendarEntry> Events, bool CutShort) Read(string text, DateTimeZone zone)
    {
        var found = new List<ICalendarEntry>();
        List<Property>? open = null;
        var (inside, began) = (0, 0);
        foreach (var (line, number) in Lines(text))
        {
            if (Split(line) is not { } property) continue;
            var isEvent = property.Value.Trim().Equals("VEVENT", StringComparison.OrdinalIgnoreCase);
            if (property.Name == "BEGIN" && open is null && isEvent) (open, began) = ([], number);
            else if (property.Name == "BEGIN" && open is not null) inside++; // an alarm within
            else if (property.Name == "END" && open is not null && inside > 0) inside--;
            else if (property.Name == "END" && open is not null && isEvent)
            {
                if (found.Count == MostEvents) return (Whole(found), true);
                found.Add(Event(open, zone) with { Line = began });
                open = null;
            }
            else if (open is not null && inside == 0) open.Add(property);
        }

        return (Whole(found), false);
    }

    // What moves or cancels one date of an event is told in the event's own dates: that date is taken out, the new one put in. Without the event it stands alone.
    private static IReadOnlyList<ICalendarEntry> Whole(List<ICalendarEntry> said)
    {
        var whole = said.Where(e => e.Replaces is null).Select(e => e.Uid).ToHashSet();
        var moved = said.Where(e => e is { Replaces: not null, FromThenOn: false }).ToLookup(e => e.Uid);
        return [.. said.Where(e => e.Replaces is null || e.FromThenOn || !whole.Contains(e.Uid)).Select(e => e is { Replaces: null, Recurrence.Length: > 0 } && moved.Contains(e.Uid) ? e.Moved(moved[e.Uid]) : e)];
    }

    private static ICalendarEntry Event(List<Property> said, DateTimeZone zone)
    {
        string Text(string name) => said.Find(p => p.Name == name) is { } p ? Unescape(p.Value).Trim() : "";
        var (starts, allDay) = said.Find(p => p.Name == "DTSTART") is { } start ? When(start.Value, start, zone) : (null, false);
        var (ends, _) = said.Find(p => p.Name == "DTEND") is { } end ? When(end.Value, end, zone) : (null, false);
        var length = Text("DURATION");
        return new(Text("UID"), starts, allDay, Text("SUMMARY"))
        {
            Description = Text("DESCRIPTION"), Location = Text("LOCATION"), Link = Text("URL"), Point = Point(Text("GEO")), IsCancelled = Text("STATUS").Equals("CANCELLED", StringComparison.OrdinalIgnoreCase), Replaces = said.Find(p => p.Name == "RECURRENCE-ID") is { } one ? When(one.Value, one, zone).At : null, FromThenOn = said.Exists(p => p.Name == "RECURRENCE-ID" && p.Parameters.ContainsKey("RANGE")),
            Minutes = allDay || starts is not { } from ? null : ends is { } to && to > from ? (int)Math.Min(Period.Between(from, to, PeriodUnits.Minutes).Minutes, 100_000) : Minutes(length),
            LastDay = allDay && starts is { } first && ends is { } after && after.Date > first.Date.PlusDays(1) ? after.Date.PlusDays(-1) : null, // RFC 5545, 3.6.1: the end is not included
            Recurrence = string.Join('\n', Rules(said, zone)),
        };
    }

    private static IEnumerable<string> Rules(List<Property> said, DateTimeZone zone)
    {
        foreach (var rule in said.Where(p => p.Name == "RRULE")) yield return $"RRULE:{rule.Value.Trim()}";
        foreach (var name in (string[])["EXDATE", "RDATE"])
        {
            var times = said.Where(p => p.Name == name).SelectMany(p => p.Value.Split(',').Select(v => When(v.Trim(), p, zone).At)).OfType<LocalDateTime>().Distinct().Order().ToList();
            if (times.Count > 0) yield return $"{name}:{string.Join(',', times.Select(RuleDates.Print))}";
        }
    }

    private static (LocalDateTime? At, bool AllDay) When(string value, Property said, DateTimeZone zone)
    {
        if (RuleDates.Read(value.Trim()) is not { } read || read.At.Year > 2999) return (null, false);
        if (read.WholeDay) return (read.At, true);
        if (read.Utc) return (read.At.InUtc().ToInstant().InZone(zone).LocalDateTime, false);
        var theirs = said.Parameters.GetValueOrDefault("TZID") is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id.Trim('"', '/')) : null;
        return theirs is null || theirs.Equals(zone) ? (read.At, false) : (read.At.InZoneLeniently(theirs).ToInstant().InZone(zone).LocalDateTime, false);
    }

    private static int? Minutes(string text) => PeriodPattern.Roundtrip.Parse(text.Replace("+", "", StringComparison.Ordinal)) is { Success: true, Value: var period } && period is { Months: 0, Years: 0 } && period.ToDuration().TotalMinutes is > 0 and < 100_000 and var minutes ? (int)minutes : null;

    private static (double, double)? Point(string text) =>
        text.Split(';') is [var y, var x] && double.TryParse(y, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && double.TryParse(x, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
        && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 && (latitude, longitude) != (0, 0) ? (latitude, longitude) : null;

    // A line that begins with a blank continues the one before (3.1).
    private static IEnumerable<(string Line, int Number)> Lines(string text)
    {
        var (held, began, number) = (new System.Text.StringBuilder(), 1, 0);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.Length > 0 && line[0] is ' ' or '\t')
            {
                if (held.Length < LongestValue) held.Append(line.AsSpan(1));
                continue;
            }

            if (held.Length > 0) yield return (held.ToString(), began);
            held.Clear().Append(line.AsSpan(0, Math.Min(line.Length, LongestValue)));
            began = number;
        }

        if (held.Length > 0) yield return (held.ToString(), began);
    }

    // NAME;PARAM=value;OTHER="a:b":the value
    private static Property? Split(string line)
    {
        var (quoted, colon) = (false, -1);
        for (var i = 0; i < line.Length && colon < 0; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ':' && !quoted) colon = i;
        }

        if (colon <= 0) return null;
        var head = line[..colon].Split(';');
        var parameters = head.Skip(1).Select(p => p.Split('=', 2)).Where(p => p.Length == 2).GroupBy(p => p[0].ToUpperInvariant()).ToDictionary(g => g.Key, g => g.First()[1].Trim('"'));
        return new(head[0].Trim().ToUpperInvariant(), parameters, line[(colon + 1)..]);
    }

    private static string Unescape(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length) plain.Append(text[i]);
            else plain.Append(text[++i] is 'n' or 'N' ? '\n' : text[i]);
        }

        return plain.ToString();
    }
}
