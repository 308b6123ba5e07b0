using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Registers.Occasions;

/// <summary>Checks what was typed for a field and gives its canonical form. Every refusal names the field and says what to do.</summary>
internal static partial class FieldText
{
    public static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    private static readonly LocalDatePattern FrenchDate = LocalDatePattern.CreateWithInvariantCulture("d'/'M'/'uuuu");

    public static Outcome Check(OccasionField field, OccasionKind kind, string typed, out string canonical)
    {
        canonical = Clean(typed, keepLines: field.Shape is FieldShape.Text or FieldShape.Recurrence);
        if (canonical.Length == 0) return field.Required ? new Refusal("occasions.field.required", field.Key, Texts.Get($"occasions.field.{field.Key}")) : Outcome.Done;
        if (canonical.Length > field.MaxLength) return new Refusal("occasions.field.long", field.Key, $"{field.MaxLength}", $"{canonical.Length}");
        return field.Shape switch
        {
            FieldShape.Choice => OneOf(field, kind, canonical),
            FieldShape.Choices => AllOf(field, kind, ref canonical),
            FieldShape.Number => Whole(field, ref canonical),
            FieldShape.Coordinate => Coordinate(field, ref canonical),
            FieldShape.YesNo => YesNo(field, ref canonical),
            FieldShape.Date => Date(field, ref canonical),
            FieldShape.Time => Time(field, ref canonical),
            FieldShape.Phone => Matches(field, canonical, PhoneShape(), "occasions.field.phone-shape"),
            FieldShape.Email => Matches(field, canonical, EmailShape(), "occasions.field.email-shape"),
            FieldShape.Url => Address(field, ref canonical),
            FieldShape.Territory or FieldShape.Organisation => Guid.TryParse(canonical, out _) ? Outcome.Done : new Refusal("occasions.field.unknown", field.Key),
            FieldShape.Hours => FieldGrammar.Hours(field, ref canonical),
            FieldShape.Recurrence => FieldGrammar.Recurrence(field, ref canonical),
            FieldShape.Stops => Stops(field, ref canonical),
            _ => Outcome.Done,
        };
    }

    /// <summary>Control characters, halves of characters, marks that turn the direction of a line and doubled blanks never reach the register; accents are
    /// composed so that equal words are equal.</summary>
    private static string Clean(string text, bool keepLines)
    {
        var kept = string.Concat((text ?? "").EnumerateRunes().Where(r => r.Value is '\n' or '\t' || !IsHarmful(r)));
        if (Blank.Is(kept)) return "";
        return (keepLines ? kept : Blanks().Replace(kept, " ")).Trim().Normalize(NormalizationForm.FormC);
    }

    // U+FFFD is what a half or a wrong byte is read as; U+FFFE and U+FFFF are no characters; the others would show « gpj.exe » as « exe.jpg ».
    private static bool IsHarmful(Rune rune) => Rune.IsControl(rune) || rune.Value is 0xFFFD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) || (rune.Value & 0xFFFE) == 0xFFFE;

    private static Outcome OneOf(OccasionField field, OccasionKind kind, string word) =>
        field.Words(kind).Contains(word) ? Outcome.Done : new Refusal("occasions.field.not-in-list", field.Key, word);

    private static Outcome AllOf(OccasionField field, OccasionKind kind, ref string words)
    {
        var list = field.Words(kind);
        var said = words.Split([' ', ',', '|'], StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (said.FirstOrDefault(w => !list.Contains(w)) is { } unknown) return new Refusal("occasions.field.not-in-list", field.Key, unknown);
        words = string.Join(' ', list.Where(said.Contains));
        return Outcome.Done;
    }

    private static Outcome Whole(OccasionField field, ref string text)
    {
        if (!int.TryParse(text.Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n > 1_000_000)
            return new Refusal("occasions.field.number", field.Key, text);
        text = n.ToString(CultureInfo.InvariantCulture);
        return Outcome.Done;
    }

    private static Outcome Coordinate(OccasionField field, ref string text)
    {
        var bound = field.Key == "latitude" ? 90 : 180;
        if (!double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(Math.Abs(value) <= bound))
            return new Refusal("occasions.field.coordinate", field.Key, text);
        text = value.ToString("0.######", CultureInfo.InvariantCulture);
        return Outcome.Done;
    }

    private static Outcome YesNo(OccasionField field, ref string text)
    {
        var word = text.ToLowerInvariant();
        if (word is not ("yes" or "no" or "oui" or "non" or "true" or "false" or "on" or "1" or "0")) return new Refusal("occasions.field.yes-no", field.Key, text);
        text = word is "yes" or "oui" or "true" or "on" or "1" ? "yes" : "";
        return Outcome.Done;
    }

    private static Outcome Date(OccasionField field, ref string text)
    {
        var iso = LocalDatePattern.Iso.Parse(text);
        var parsed = iso.Success ? iso : FrenchDate.Parse(text);
        if (!parsed.Success || parsed.Value.Year is < 1900 or > 2200) return new Refusal("occasions.field.date", field.Key, text);
        text = LocalDatePattern.Iso.Format(parsed.Value);
        return Outcome.Done;
    }

    private static Outcome Time(OccasionField field, ref string text)
    {
        var parts = ClockShape().Match(text);
        if (!parts.Success) return new Refusal("occasions.field.time", field.Key, text);
        var minutes = parts.Groups[2].Value;
        text = $"{int.Parse(parts.Groups[1].Value, CultureInfo.InvariantCulture):00}:{(minutes.Length == 0 ? "00" : minutes)}";
        return TimePattern.Parse(text).Success ? Outcome.Done : new Refusal("occasions.field.time", field.Key, text);
    }

    private static Outcome Matches(OccasionField field, string text, Regex shape, string refusal) =>
        shape.IsMatch(text) ? Outcome.Done : new Refusal(refusal, field.Key, text);

    private static Outcome Address(OccasionField field, ref string text)
    {
        var full = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        if (!Uri.TryCreate(full, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !uri.Host.Contains('.'))
            return new Refusal("occasions.field.url", field.Key, text);
        text = full;
        return Outcome.Done;
    }

    private static Outcome Stops(OccasionField field, ref string text)
    {
        List<Stop>? stops;
        try
        {
            stops = JsonSerializer.Deserialize<List<Stop>>(text, Columns.Json);
        }
        catch (JsonException)
        {
            return new Refusal("occasions.field.stops-shape", field.Key); // a person's or a file's mistake, told as one
        }

        if (stops is null || stops.Any(s => string.IsNullOrWhiteSpace(s.Name))) return new Refusal("occasions.field.stops-shape", field.Key);
        foreach (var stop in stops.Where(s => s.Hours.Length > 0))
        {
            var hours = stop.Hours;
            if (FieldGrammar.Hours(field, ref hours) is { Accepted: false } refused) return refused;
        }

        text = JsonSerializer.Serialize(stops, Columns.Json);
        return Outcome.Done;
    }

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\+?[0-9][0-9 .()\-/]{1,28}$")]
    private static partial Regex PhoneShape();

    [GeneratedRegex(@"^[^@\s<>""]{1,64}@[^@\s<>""]+\.[^@\s<>"".]{2,}$")]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"^(\d{1,2})\s*[hH:]\s*(\d{2})?$")]
    private static partial Regex ClockShape();
}
