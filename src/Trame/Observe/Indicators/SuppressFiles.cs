using System.Globalization;
using Trame.Engines.Secrecy;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Observe.Indicators;

/// <summary>Reads the tables and the hierarchies of <c>trame suppress</c>. A problem has its file, line, column and remedy.</summary>
internal sealed class SuppressFiles
{
    private readonly SuppressRequest _request;
    private readonly List<(FileInfo File, int Line)> _places = [];

    private SuppressFiles(SuppressRequest request) => _request = request;

    public static (DisclosureTable? Table, TableProblem? Problem) Read(SuppressRequest request) => new SuppressFiles(request).Read();

    private (DisclosureTable?, TableProblem?) Read()
    {
        var tables = new List<IReadOnlyList<TableCell>>();
        foreach (var file in _request.Files)
        {
            var (cells, problem) = Cells(file);
            if (cells is null) return (null, problem);
            tables.Add(cells);
        }

        var hierarchies = new List<CodeHierarchy>();
        for (var d = 0; d < _request.Dims.Count; d++)
        {
            var (hierarchy, problem) = Hierarchy(d, tables);
            if (hierarchy is null) return (null, problem);
            hierarchies.Add(hierarchy);
        }

        var reading = DisclosureTable.Of(_request.Dims, hierarchies, tables);
        return reading.Problem is { } wrong ? (null, Fault(wrong)) : (reading.Table, null);
    }

    private TableProblem Fault(DisclosureProblem wrong)
    {
        var (file, line) = _places[wrong.Cell];
        var column = wrong.Dimension >= 0 ? _request.Dims[wrong.Dimension] : _request.Value ?? _request.Count;
        return new("suppress.fault", file.Name, line, column, Texts.Get($"suppress.fault.{EnumWords.Write(wrong.Fault)}", wrong.Detail));
    }

    private (IReadOnlyList<TableCell>?, TableProblem?) Cells(FileInfo file)
    {
        var opening = TableReader.Open(file.OpenRead());
        if (!opening.Accepted) return (null, Header(file, ImportReport.Sentence(opening.Refused)));
        using var table = opening.Table;
        var here = _request.Dims.Where(table.Headers.Has).ToHashSet(StringComparer.Ordinal);
        string[] needed = [.. _request.Files.Count == 1 ? _request.Dims : [], _request.Count, .. _request.Value is { } value ? [value] : (string[])[], .. _request.Max is { } max ? [max] : (string[])[]];
        if (table.Missing(needed) is [var missing, ..]) return (null, Header(file, ImportReport.Sentence(missing)));
        if (here.Count == 0) return (null, Header(file, Texts.Get("suppress.no-dims")));
        var cells = new List<TableCell>();
        foreach (var entry in table.Entries())
        {
            if (entry is not TableRow row) return (null, new("suppress.row", file.Name, ImportReport.Sentence((RowError)entry)));
            var problem = default(TableProblem);
            var codes = _request.Dims.Select(d => here.Contains(d) ? row[d].Trim() : _request.Total(d)).ToArray();
            var count = Number(_request.Count)!.Value;
            var cell = new TableCell(codes, count, Number(_request.Value), Number(_request.Max));
            if (problem is not null) return (null, problem);
            cells.Add(cell);
            _places.Add((file, row.LineNumber));

            double? Number(string? column)
            {
                if (column is null) return null;
                if (double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var plain) && double.IsFinite(plain)) return plain;
                var read = row.Read(column, NumberCells.Decimal);
                if (!read.HasValue) problem ??= new("suppress.fault", file.Name, row.LineNumber, column, read.Problem is { } wrong ? ImportReport.Sentence(wrong) : Texts.Get("suppress.empty"));
                return (double)read.Value;
            }
        }

        return cells.Count == 0 ? (null, Header(file, Texts.Get("suppress.no-rows"))) : (cells, null);
    }

    private (CodeHierarchy?, TableProblem?) Hierarchy(int dimension, List<IReadOnlyList<TableCell>> tables)
    {
        var (name, total) = (_request.Dims[dimension], _request.Total(_request.Dims[dimension]));
        if (_request.Hierarchy(name) is not { } file) return (CodeHierarchy.Flat(total, tables.SelectMany(t => t.Select(c => c.Codes[dimension])).Where(c => c != total).Distinct()), null);
        if (!file.Exists) return (null, new("cli.no-file", file.FullName));
        var opening = TableReader.Open(file.OpenRead());
        if (!opening.Accepted) return (null, Header(file, ImportReport.Sentence(opening.Refused)));
        using var table = opening.Table;
        var (rows, parents) = (new List<IReadOnlyList<string>>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var entry in table.Entries())
        {
            if (entry is not TableRow row) return (null, new("suppress.row", file.Name, ImportReport.Sentence((RowError)entry)));
            var above = total;
            for (var level = 0; level < row.Cells.Count; level++)
            {
                var code = row.Cells[level].Trim();
                if (code == above) continue;
                if (code.Length == 0) return (null, new("suppress.fault", file.Name, row.LineNumber, table.Headers.Names[level], Texts.Get("suppress.empty")));
                if (code == total || (!parents.TryAdd(code, above) && parents[code] != above))
                    return (null, new("suppress.fault", file.Name, row.LineNumber, table.Headers.Names[level], Texts.Get("suppress.two-parents", code, above, parents.GetValueOrDefault(code, total))));
                above = code;
            }

            rows.Add([.. row.Cells.Select(c => c.Trim())]);
        }

        try
        {
            return (CodeHierarchy.FromLevels(total, rows), null);
        }
        catch (ArgumentException)
        {
            return (null, Header(file, Texts.Get("suppress.circle"))); // codes that stand above one another: no single line is at fault
        }
    }

    private static TableProblem Header(FileInfo file, string sentence) => new("suppress.fault", file.Name, 1, 1, sentence);
}
