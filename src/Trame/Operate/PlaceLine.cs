using Trame.Foundation.Ui;

namespace Trame.Operate;

/// <summary>One place as a file tells it: values by the key of their field, plus id, kind, commune-code and codes.</summary>
/// <param name="Feature">Which feature of a GeoJSON, from 1; its files are often one long line.</param>
/// <param name="Notes">What was put right on the way: keys of texts, told once with how many rows they concern.</param>
public sealed record PlaceLine(int Line, IReadOnlyDictionary<string, string> Values, int? Feature = null)
{
    public IReadOnlyList<string> Notes { get; init; } = [];

    public string this[string key] => Values.GetValueOrDefault(key, "");

    /// <summary>« Ligne 12, colonne « Téléphone » (« appelez Paul ») : … »</summary>
    public string Sentence(string field, string value, string reason)
    {
        var excerpt = value.Length > 60 ? $"{value[..(char.IsHighSurrogate(value[59]) ? 59 : 60)]}…" : value;
        var column = Texts.Get($"occasions.field.{field}");
        return Feature is { } feature ? Texts.Get("import.feature", feature, Line, column, excerpt, reason) : Texts.Get("import.cell", Line, column, excerpt, reason);
    }
}
