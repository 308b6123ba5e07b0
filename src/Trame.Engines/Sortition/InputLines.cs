using Trame.Engines.Files;

namespace Trame.Engines.Sortition;

/// <summary>One of the two files of a draw: columns by name, cells without their outer spaces, and faults where they are.</summary>
internal sealed class InputLines
{
    private readonly bool _inPeople;
    private readonly CsvLines _lines;

    public InputLines(TextReader reader, bool inPeople)
    {
        (_inPeople, _lines) = (inPeople, new(reader));
        Headers = Next() ? Cells() : throw Fault(1, "", InputMistake.Empty, "");
        HeaderLine = _lines.Line;
        if (Headers.GroupBy(SortitionProblem.Same).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1) is { } twice) throw Fault(HeaderLine, twice.First(), InputMistake.ColumnTwice, twice.First());
    }

    public IReadOnlyList<string> Headers { get; } = [];

    /// <summary>Line of the file where the header stands.</summary>
    public int HeaderLine { get; }

    public FaultException Fault(int line, string column, InputMistake mistake, string detail) => new(new(_inPeople, line, column, mistake, detail));

    public int? Find(params string[] names) => names.Select(n => Headers.Index().Where(h => SortitionProblem.Same(h.Item) == SortitionProblem.Same(n)).Select(h => (int?)h.Index).FirstOrDefault()).FirstOrDefault(i => i is not null);

    public int Column(params string[] names) => Find(names) ?? throw Fault(HeaderLine, names[0], InputMistake.NoColumn, string.Join(", ", Headers));

    /// <summary>The lines after the header, each with as many cells as it.</summary>
    public IEnumerable<(int Line, string[] Cells)> Rows()
    {
        while (Next())
        {
            if (_lines.Count != Headers.Count) throw Fault(_lines.Line, Headers[Math.Min(_lines.Count, Headers.Count - 1)], InputMistake.Cells, $"{_lines.Count}/{Headers.Count}");
            yield return (_lines.Line, Cells());
        }
    }

    private bool Next() => _lines.Next() || (_lines.Trouble switch
    {
        null => false,
        CsvTrouble.OpenQuote => throw Fault(_lines.Line, Here, InputMistake.OpenQuote, ""),
        _ => throw Fault(_lines.Line, Here, InputMistake.NotText, ""),
    });

    private string Here => Headers is { Count: > 0 } ? Headers[Math.Min(_lines.Count, Headers.Count - 1)] : "";

    private string[] Cells() => [.. Enumerable.Range(0, _lines.Count).Select(cell => _lines.Cell(cell).Trim().ToString())];
}
