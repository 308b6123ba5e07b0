using Trame.Foundation.Geo;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Registers.Territories;

/// <summary>Communes from a CSV (columns found by their names) or a GeoJSON. Every problem is told; a file with one is not half used.</summary>
public sealed record CommuneFile(IReadOnlyList<CommuneLine> Communes, IReadOnlyList<string> Problems)
{
    private static readonly TableOptions Columns = new()
    {
        Aliases = new Dictionary<string, IReadOnlyList<string>>
        {
            ["nis5"] = ["nis", "code nis", "nis code", "refnis", "ins", "code ins", "nsi"],
            ["insee"] = ["code insee", "code commune", "codgeo", "insee com", "com", "code"],
            ["name"] = ["nom", "commune", "libelle", "libgeo", "gemeente", "naam", "nom commune", "nom com"],
            ["population"] = ["habitants", "inhabitants", "inwoners", "bevolking", "pop", "ptot", "pmun"],
            ["year"] = ["annee", "jaar", "annee population"],
            ["latitude"] = ["lat", "y"],
            ["longitude"] = ["lon", "lng", "long", "x"],
        },
    };

    public string Country => Communes.Any(c => c.Scheme == "nis5") ? "BE" : "FR";

    public static CommuneFile Read(Stream stream, string extension) =>
        extension.ToLowerInvariant() is ".geojson" or ".json" ? FromGeoJson(stream) : FromTable(stream);

    private static CommuneFile FromTable(Stream stream)
    {
        var opening = TableReader.Open(stream, Columns);
        if (!opening.Accepted) return new([], [ImportReport.Sentence(opening.Refused)]);
        using var table = opening.Table;
        var scheme = table.Headers.Has("nis5") || !table.Headers.Has("insee") ? "nis5" : "insee";
        if (table.Missing(scheme, "name") is { Count: > 0 } missing) return new([], [.. missing.Select(ImportReport.Sentence)]);
        var (communes, problems) = (new List<CommuneLine>(), new Problems());
        foreach (var entry in table.Entries())
        {
            if (entry is RowError error) problems.Add(ImportReport.Sentence(error));
            else if (entry is TableRow row && One(row, scheme, problems) is { } commune) communes.Add(commune);
        }

        return Checked(communes, problems);
    }

    private static CommuneLine? One(TableRow row, string scheme, Problems problems)
    {
        var before = problems.Count;
        var code = Cell(row, scheme, scheme == "nis5" ? BelgianCodeCells.Nis : FrenchCodeCells.Commune, problems);
        var name = row["name"].Trim();
        if (code is null && problems.Count == before) problems.Add(ImportReport.Sentence(row.Error(scheme, new("import.cell-needed"))));
        if (name.Length is 0 or > 120) problems.Add(ImportReport.Sentence(row.Error("name", new("import.cell-needed"))));
        var population = row.Read("population", NumberCells.Integer);
        if (population is { HasValue: true, Value: < 0 or > 100_000_000 }) problems.Add(ImportReport.Sentence(row.Error("population", new("import.population"))));
        else if (population.Problem is { } unread) problems.Add(ImportReport.Sentence(row.Error("population", unread)));
        var year = row.Read("year", NumberCells.Integer);
        if (year is { HasValue: true, Value: < 1800 or > 2200 } || year.Problem is not null) problems.Add(ImportReport.Sentence(row.Error("year", new("import.year"))));
        var point = CoordinateCells.Point(row["latitude"], row["longitude"]);
        if (point.Problem is { } lost) problems.Add(ImportReport.Sentence(row.Error("latitude", lost)));
        return problems.Count > before ? null : new CommuneLine(row.LineNumber, scheme, code!, name, population.HasValue ? (int)population.Value : null,
            year.HasValue ? (int)year.Value : null, point.HasValue ? point.Value.Latitude : null, point.HasValue ? point.Value.Longitude : null, null);
    }

    private static string? Cell(TableRow row, string column, Func<string, CellReading<string>> reader, Problems problems)
    {
        var reading = row.Read(column, reader);
        if (reading.Problem is { } problem) problems.Add(ImportReport.Sentence(row.Error(column, problem)));
        return reading.HasValue ? reading.Value : null;
    }

    private static CommuneFile FromGeoJson(Stream stream)
    {
        var (communes, problems) = (new List<CommuneLine>(), new Problems());
        foreach (var item in GeoJsonReader.Read(stream))
        {
            if (item is GeoError error) problems.Add(Texts.Get(error.TextKey, [.. error.Args]));
            if (item is not GeoFeature feature) continue;
            var names = new FeatureNames(feature);
            if (names.Code is not { } code) problems.Add(Texts.Get("territories.contour.no-code", feature.Line, feature.Feature + 1, string.Join(", ", feature.Properties.Keys)));
            else if (names.Name is not { } name) problems.Add(Texts.Get("territories.contour.no-name", feature.Line, feature.Feature + 1));
            else
            {
                var contour = GeoFactory.Polygonal(feature.Geometry);
                var point = FeatureNames.Middle(feature.Geometry);
                communes.Add(new(feature.Line, names.Scheme, code, name, names.Population, null, point.Latitude, point.Longitude, contour.IsEmpty ? null : contour));
            }
        }

        return Checked(communes, problems);
    }

    private static CommuneFile Checked(List<CommuneLine> communes, Problems problems)
    {
        foreach (var twins in communes.GroupBy(c => (c.Scheme, c.Code)).Where(g => g.Count() > 1))
            problems.Add(Texts.Get("import.twice", twins.Key.Code, string.Join(", ", twins.Select(t => t.Line))));
        return new(communes, problems);
    }
}
