using Trame.Engines.Indicators;
using Trame.Foundation.Tables;

namespace Trame.Observe.Indicators;

/// <summary>The data of an index: one row per unit, an empty cell where a value is missing.</summary>
internal sealed record CompositeFile(FileInfo File, IReadOnlyList<CompositeFile.Row> Rows, IReadOnlyList<string> Headers, CompositeData Data)
{
    public sealed record Row(string Id, string Label, double Population, string Parent, double[] Values, int Line);

    public static (CompositeFile? File, StrictTable.Fault? Fault) Read(FileInfo file, CompositeSpec spec)
    {
        var units = spec.Units;
        string[] needed = [.. ((string?[])[units.Id, units.Label, units.Population, units.Parent]).OfType<string>(), .. spec.Indicators.Select(i => i.Column)];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var (rows, headers, fault) = StrictTable.Read(file, needed, row => Read(row, spec, ids));
        if (fault is not null) return (null, fault);
        var parents = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows) parents.TryAdd(row.Parent, parents.Count);
        var data = new CompositeData(rows.Count, [.. spec.Indicators.Select((_, j) => (double[])[.. rows.Select(r => r.Values[j])])],
            units.Population is null ? null : [.. rows.Select(r => r.Population)], units.Parent is null ? null : [.. rows.Select(r => parents[r.Parent])]);
        return (new(file, rows, headers!.Names, data), null);
    }

    /// <summary>Where a problem stands in this file: the row of its unit and the column of its indicator, or the header.</summary>
    public (int Line, int Column) Place(CompositeSpec spec, CompositeProblem problem) =>
        (problem.Unit < 0 ? 1 : Rows[problem.Unit].Line, problem.Indicator < 0 ? 1 : 1 + Math.Max(0, Headers.ToList().FindIndex(h => string.Equals(h, spec.Indicators[problem.Indicator].Column, StringComparison.OrdinalIgnoreCase))));

    private static (Row?, RowError?) Read(TableRow row, CompositeSpec spec, HashSet<string> ids)
    {
        var id = row[spec.Units.Id].Trim();
        if (id.Length == 0) return (null, row.Error(spec.Units.Id, new("import.cell-needed")));
        if (!ids.Add(id)) return (null, row.Error(spec.Units.Id, new("composite.unit-twice", id)));
        var values = new double[spec.Indicators.Count];
        for (var j = 0; j < values.Length; j++)
        {
            var read = row.Read(spec.Indicators[j].Column, MaybeNumber);
            if (read.Problem is { } wrong) return (null, row.Error(spec.Indicators[j].Column, wrong));
            values[j] = read.HasValue ? read.Value : double.NaN;
        }

        var population = 1.0;
        if (spec.Units.Population is { } people)
        {
            var read = row.Read(people, StrictTable.Number);
            if (!read.HasValue) return (null, row.Error(people, read.Problem!));
            if (read.Value < 0) return (null, row.Error(people, new("composite.population")));
            population = read.Value;
        }

        return (new(id, spec.Units.Label is { } label ? row[label].Trim() : id, population, spec.Units.Parent is { } parent ? row[parent].Trim() : "", values, row.LineNumber), null);
    }

    /// <summary>A number, or nothing: an empty cell, and the words by which programs say that a value is missing.</summary>
    private static CellReading<double> MaybeNumber(string cell) =>
        cell.Trim() is "" or "NA" or "NaN" or "nan" or "null" || NumberCells.Decimal(cell).IsEmpty ? CellReading<double>.Empty : StrictTable.Number(cell);
}
