using System.Text;

namespace Trame.Engines.Sortition;

/// <summary>A small table of text: comma, semicolon or tab (whichever the header has most), quotes, byte-order mark, any line ends. Cells lose their outer spaces; empty lines are passed over.</summary>
internal sealed class CsvLines
{
    private readonly bool _inPeople;
    private readonly string _text;
    private readonly char _separator;
    private int _at, _line = 1;

    public CsvLines(TextReader reader, bool inPeople)
    {
        (_inPeople, _text) = (inPeople, reader.ReadToEnd().TrimStart('\uFEFF'));
        var first = _text.AsSpan().TrimStart("\r\n");
        var header = first[..(first.IndexOfAny('\r', '\n') is >= 0 and var end ? end : first.Length)].ToString();
        _separator = ",;\t".MaxBy(c => header.Count(letter => letter == c));
        Headers = Next()?.Cells ?? throw Fault(1, "", InputMistake.Empty, "");
        if (Headers.GroupBy(SortitionProblem.Same).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1) is { } twice) throw Fault(1, twice.First(), InputMistake.ColumnTwice, twice.First());
    }

    public IReadOnlyList<string> Headers { get; }

    public FaultException Fault(int line, string column, InputMistake mistake, string detail) => new(new(_inPeople, line, column, mistake, detail));

    public int? Find(params string[] names) => names.Select(n => Headers.Index().Where(h => SortitionProblem.Same(h.Item) == SortitionProblem.Same(n)).Select(h => (int?)h.Index).FirstOrDefault()).FirstOrDefault(i => i is not null);

    public int Column(params string[] names) => Find(names) ?? throw Fault(1, names[0], InputMistake.NoColumn, string.Join(", ", Headers));

    /// <summary>The lines after the header, each with as many cells as it.</summary>
    public IEnumerable<(int Line, string[] Cells)> Rows()
    {
        while (Next() is { } row)
        {
            if (row.Cells.Length != Headers.Count) throw Fault(row.Line, "", InputMistake.Cells, $"{row.Cells.Length}/{Headers.Count}");
            yield return row;
        }
    }

    private (int Line, string[] Cells)? Next()
    {
        while (_at < _text.Length)
        {
            var line = _line;
            var cells = Cells();
            if (cells.Any(c => c.Length > 0)) return (line, cells);
        }
        return null;
    }

    private string[] Cells()
    {
        var (cells, cell, line, quoted) = (new List<string>(), new StringBuilder(), _line, false);
        for (; _at < _text.Length; _at++)
        {
            var letter = _text[_at];
            if (letter == '\n') _line++;
            if (quoted && letter == '"' && _at + 1 < _text.Length && _text[_at + 1] == '"') { cell.Append('"'); _at++; }
            else if (letter == '"' && (quoted || string.IsNullOrWhiteSpace(cell.ToString()))) quoted = !quoted;
            else if (quoted) cell.Append(letter);
            else if (letter == _separator) { cells.Add(cell.ToString().Trim()); cell.Clear(); }
            else if (letter == '\n' || letter == '\r') break;
            else cell.Append(letter);
        }
        if (quoted) throw Fault(line, "", InputMistake.OpenQuote, "");
        if (_at < _text.Length && _text[_at] == '\r')
        {
            _at++;
            if (_at >= _text.Length || _text[_at] != '\n') _line++;
            else { _line++; _at++; }
        }
        else _at++;
        cells.Add(cell.ToString().Trim());
        return [.. cells];
    }
}
