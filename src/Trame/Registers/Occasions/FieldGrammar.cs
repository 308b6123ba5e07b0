using System.Globalization;
using Trame.Foundation.Data;
using Trame.Foundation.Time;

namespace Trame.Registers.Occasions;

/// <summary>Fields that have a grammar of their own: opening hours (OSM) and recurrences (RFC 5545). What is kept is the canonical form.</summary>
internal static class FieldGrammar
{
    private const string Probe = "DTSTART:20000101T000000\n"; // the first day has its own field; the grammar wants one

    public static Outcome Hours(OccasionField field, ref string text)
    {
        var parsed = OpeningHours.Parse(text);
        if (!parsed.Ok) return Refused(field, HoursBoxes.AsTyped(text)?.ToOpeningHours() is { Ok: false } boxes ? boxes.Error : parsed.Error, 0);
        text = parsed.Value.ToString();
        return Outcome.Done;
    }

    public static Outcome Recurrence(OccasionField field, ref string text)
    {
        var bare = text.StartsWith("FREQ=", StringComparison.OrdinalIgnoreCase) ? "RRULE:" : "";
        var parsed = Trame.Foundation.Time.Recurrence.Parse(Probe + bare + text);
        if (!parsed.Ok) return Refused(field, parsed.Error, Probe.Length + bare.Length);
        var lines = parsed.Value.ToString().Split('\n').Skip(1).Select(WithoutZone);
        text = string.Join('\n', lines);
        return Outcome.Done;
    }

    // EXDATE and RDATE are local times of the space, like the first day: a zone of their own could only contradict it.
    private static string WithoutZone(string line) => line.IndexOf(";TZID=", StringComparison.Ordinal) is var at and > 0 ? line[..at] + line[line.IndexOf(':')..] : line;

    private static Refusal Refused(OccasionField field, ParseError error, int before) =>
        new(error.TextKey, field.Key, [error.Piece, Math.Max(1, error.Column - before).ToString(CultureInfo.InvariantCulture), .. error.Args]);
}
