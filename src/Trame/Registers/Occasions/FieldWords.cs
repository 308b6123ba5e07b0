using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;

namespace Trame.Registers.Occasions;

/// <summary>Says the value of a field in words: lists by their labels, dates as people say them; nothing is said as nothing.</summary>
public static class FieldWords
{
    /// <param name="names">Names of communes and organisations by identifier, for those who know them.</param>
    public static string Say(OccasionField field, string value, IReadOnlyDictionary<Guid, string>? names = null) => field.Shape switch
    {
        _ when value.Length == 0 => Texts.Get("occasions.nothing-said"),
        FieldShape.Choice => Label(field, value),
        FieldShape.Choices => string.Join(", ", value.Split(' ').Select(w => Label(field, w))),
        FieldShape.YesNo => Texts.Get("occasions.yes"),
        FieldShape.Date => LocalDatePattern.Iso.Parse(value) is { Success: true } date ? date.Value.PlainDay(CultureInfo.CurrentUICulture) : value,
        FieldShape.Time => FieldText.TimePattern.Parse(value) is { Success: true } time ? time.Value.PlainTime(CultureInfo.CurrentUICulture) : value,
        FieldShape.Hours => OpeningHours.Parse(value) is { Ok: true, Value: { } hours } ? HoursText.Describe(hours, CultureInfo.CurrentUICulture) : value,
        FieldShape.Recurrence => Rhythm(value) ?? value,
        FieldShape.Territory or FieldShape.Organisation => Guid.TryParse(value, out var id) ? names?.GetValueOrDefault(id) ?? Texts.Get("occasions.field.gone") : value,
        FieldShape.Stops => value.StartsWith('[') ? string.Join(" · ", JsonSerializer.Deserialize<List<Stop>>(value, Columns.Json)!.Select(s => s.Name)) : value,
        _ => value,
    };

    // Without its first day, a rule is said in words only when it names its days itself.
    private static string? Rhythm(string value) => Recurrence.Parse($"DTSTART:20240101T000000\n{value}") is { Ok: true, Value: { Rule: { } rule } when }
        && (rule.Frequency == Frequency.Daily || (rule.Frequency != Frequency.Yearly && rule.ByDay.Count + rule.ByMonthDay.Count > 0)) ? RecurrenceText.Describe(when, CultureInfo.CurrentUICulture, hour: false) : null;

    private static string Label(OccasionField field, string word) => Texts.Has($"occasions.{field.Key}.{word}") ? Texts.Get($"occasions.{field.Key}.{word}") : word;
}
