using System.Globalization;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>What each column of our CSV and of our workbook means: its label, what stands in it, the closed list of its words.</summary>
public static class ColumnDictionary
{
    public static IReadOnlyList<string> Headers =>
        [Texts.Get("exports.dictionary.column"), Texts.Get("exports.dictionary.label"), Texts.Get("exports.dictionary.holds"), Texts.Get("exports.dictionary.kinds"), Texts.Get("exports.dictionary.longest"), Texts.Get("exports.dictionary.words")];

    public static IEnumerable<IReadOnlyList<string>> Lines() => new RegisterLayout().Columns.Select(c => OccasionField.Find(c.Name) is { } field ? Of(field) : Ours(c.Name));

    public static void Write(Stream stream)
    {
        using var table = new TableWriter(stream, Headers);
        foreach (var line in Lines()) table.Write(line);
    }

    private static string[] Of(OccasionField field) =>
    [
        field.Key, Texts.Get($"occasions.field.{field.Key}"), Texts.Get($"exports.shape.{EnumWords.Write(field.Shape)}"), string.Join(", ", field.Kinds.Select(Kind)),
        field.Shape is FieldShape.Line or FieldShape.Text or FieldShape.Url or FieldShape.Email or FieldShape.Hours ? field.MaxLength.ToString(CultureInfo.InvariantCulture) : "", Words(field),
    ];

    private static string[] Ours(string name) =>
        [name, Texts.Get($"exports.column.{name}"), Texts.Get("exports.shape.line"), string.Join(", ", Enum.GetValues<OccasionKind>().Select(Kind)), "", name == "status" ? "open = " + Texts.Get("occasions.status.open") + ", paused = " + Texts.Get("occasions.status.paused") : ""];

    private static string Words(OccasionField field) => string.Join(", ", field.Kinds.SelectMany(field.Words).Distinct().Select(w => $"{w} = {Label(field, w)}"));

    private static string Label(OccasionField field, string word) => Texts.Get(field.Key == "type" ? $"occasions.type.{word}" : $"occasions.{field.Key}.{word}");

    private static string Kind(OccasionKind kind) => Texts.Get($"occasions.kind.{EnumWords.Write(kind)}");
}
