using System.Globalization;
using Trame.Foundation.Tables;

namespace Trame.Observe.Indicators;

/// <summary>The reference values as a table for a spreadsheet: one row per number, with everything its page says.</summary>
public static class ReferenceTable
{
    private static readonly string[] Headers = ["cle", "theme", "quoi", "nombre", "jusqu_a", "precision", "unite", "compte", "population", "lieu", "pays", "echelle", "date", "annee", "source", "lu_dans", "reserve", "indicateur_de_trame", "en_desaccord_avec"];

    public static IResult Download(ReferenceValues references, string? q, string? theme)
    {
        var file = new MemoryStream();
        using (var table = new TableWriter(file, Headers))
            foreach (var value in references.Find(q, theme))
                foreach (var figure in value.Figures) table.Write(Row(references, value, figure));
        return Results.File(file.ToArray(), "text/csv; charset=utf-8", "reperes.csv");
    }

    private static List<string> Row(ReferenceValues references, ReferenceValue value, ReferenceFigure figure) =>
    [
        value.Key, value.Theme, value.What.ToString(), figure.Number.ToString(CultureInfo.InvariantCulture), figure.To?.ToString(CultureInfo.InvariantCulture) ?? "", figure.Sign,
        figure.Unit.ToString(), figure.Of?.ToString() ?? "", value.Population.ToString(), value.Place.ToString(), value.Country, value.Scale, value.Date.ToString(),
        value.IsUndated ? "" : value.Year.ToString(CultureInfo.InvariantCulture), value.Source?.ToString() ?? "", references.DocumentOf(value).Title.ToString(), value.Caveat.ToString(),
        value.Measures ?? "", value.DiffersFrom ?? "",
    ];
}
