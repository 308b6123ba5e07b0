using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Act.Dispositifs;

/// <summary>Reads a dispositif and says everything that is wrong with it, by line: its shape against the schema, then what its own words contradict.</summary>
public static class DispositifFile
{
    private static readonly JsonSerializerOptions Reading = new() { RespectNullableAnnotations = true };

    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "dispositifs", "schema.json"))).GetAwaiter().GetResult());

    /// <summary>The dispositif, or why not; never both.</summary>
    public static (Dispositif? Read, IReadOnlyList<DispositifFault> Faults) Read(string yaml)
    {
        var (text, fault) = YamlText.Read(yaml);
        if (text is null) return (null, [fault!]);
        var misshapen = Schema.Value.Validate(text.Json).SelectMany(Leaves).Select(e => Fault(text, e)).OrderBy(f => f.Line).ThenBy(f => f.Column).ToList();
        if (misshapen.Count > 0) return (null, misshapen);
        var dispositif = Of(text.Json);
        var contradictions = DispositifCheck.Of(dispositif).Select(c => { var (line, column) = text.PlaceOf(c.Path); return new DispositifFault(line, column, Texts.Get(c.TextKey, [.. c.Args])); }).OrderBy(f => f.Line).ToList();
        return contradictions.Count > 0 ? (null, contradictions) : (dispositif, []);
    }

    /// <summary>What was read, to keep with what runs by it.</summary>
    internal static string Keep(Dispositif dispositif) => JsonSerializer.Serialize(dispositif, Reading);

    /// <summary>A dispositif that was read once and kept.</summary>
    internal static Dispositif Of(string json) => JsonSerializer.Deserialize<Dispositif>(FrenchSpacing.Hold(json), Reading)!;

    private static IEnumerable<ValidationError> Leaves(ValidationError error) => error is ChildSchemaValidationError { Errors: var below } ? below.Values.SelectMany(e => e).SelectMany(Leaves) : [error];

    private static DispositifFault Fault(YamlText text, ValidationError error)
    {
        // « #/phases[0].mois » is /phases/0/mois for us; a missing word is said at what should hold it.
        var path = (error.Path ?? "").TrimStart('#').TrimStart('/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
        var (line, column) = text.PlaceOf($"/{path}");
        var name = error.Property ?? path.Split('/')[^1];
        return new(line, column, error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => Texts.Get("dispositifs.fault.missing", name),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => Texts.Get("dispositifs.fault.unknown", name),
            ValidationErrorKind.NotInEnumeration => Texts.Get("dispositifs.fault.not-one-of", name, string.Join(", ", error.Schema.Enumeration)),
            ValidationErrorKind.PatternMismatch => Texts.Get("dispositifs.fault.key", name),
            ValidationErrorKind.StringExpected => Texts.Get("dispositifs.fault.text", name),
            ValidationErrorKind.IntegerExpected or ValidationErrorKind.IntegerTooBig => Texts.Get("dispositifs.fault.whole", name),
            ValidationErrorKind.NumberExpected => Texts.Get("dispositifs.fault.number", name),
            ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberTooBig => Texts.Get("dispositifs.fault.range", name, error.Schema.Minimum, error.Schema.Maximum),
            ValidationErrorKind.ArrayExpected => Texts.Get("dispositifs.fault.list", name),
            ValidationErrorKind.ObjectExpected => Texts.Get("dispositifs.fault.object", name),
            ValidationErrorKind.TooFewItems or ValidationErrorKind.StringTooShort => Texts.Get("dispositifs.fault.empty", name),
            ValidationErrorKind.StringTooLong => Texts.Get("dispositifs.fault.long", name, error.Schema.MaxLength),
            _ => Texts.Get("dispositifs.fault.shape", name),
        });
    }
}
