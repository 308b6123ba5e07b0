using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Registers.Sources;

/// <summary>One place as a file tells it: values by the key of their field, plus id, kind, commune-code and codes.</summary>
/// <param name="Feature">Which record of a JSON, from 1; its files are often one long line.</param>
/// <param name="Notes">What was put right on the way: keys of texts, told once with how many rows they concern.</param>
public sealed record PlaceLine(int Line, IReadOnlyDictionary<string, string> Values, int? Feature = null)
{
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The row as the file holds it, to give back what was refused.</summary>
    public TableRow? Raw { get; init; }

    public string this[string key] => Values.GetValueOrDefault(key, "");

    public int Rank => Feature ?? Line;

    /// <summary>« Ligne 12, colonne « Téléphone » (« appelez Paul ») : … »</summary>
    public string Sentence(CellFault fault)
    {
        var excerpt = fault.Value.Length > 60 ? $"{fault.Value[..(char.IsHighSurrogate(fault.Value[59]) ? 59 : 60)]}…" : fault.Value;
        var column = PlaceColumns.Label(fault.Field);
        return Feature is { } feature ? Texts.Get("import.feature", feature, Line, column, excerpt, fault.Reason) : Texts.Get("import.cell", Line, column, excerpt, fault.Reason);
    }
}
