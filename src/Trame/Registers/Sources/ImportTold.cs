using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Registers.Sources;

/// <summary>What the command line tells of an import: counts, differences, probable duplicates, and each thing that was refused.</summary>
internal sealed class ImportTold
{
    private const int Shown = 50;
    private readonly Problems _problems = new();
    private readonly Problems _personal = new();
    private readonly List<RowOutcome> _rows = [];
    private readonly List<RowDetails> _refused = [];

    public void Add(RowOutcome outcome)
    {
        if (outcome.State == RowState.Refused)
        {
            foreach (var sentence in outcome.Sentences) _problems.Add(sentence);
            if (_refused.Count < KeepOutcomes.MostRefused) _refused.Add(new(outcome.Rank, [], outcome.Faults, outcome.Sentences, [], outcome.Raw?.Cells ?? [], []));
        }

        foreach (var sentence in outcome.Personal) _personal.Add(sentence);
        if (_rows.Count < 2_000 && outcome.State is RowState.Changed or RowState.Likely or RowState.Vanished) _rows.Add(outcome);
    }

    public async Task WriteRefused(FileInfo to, IReadOnlyList<string> columns, CancellationToken stop)
    {
        await using var stream = to.Create();
        ImportFiles.Write(stream, columns, _refused);
        await stream.FlushAsync(stop);
    }

    public async Task<int> Print(ImportTally? tally, ImportRequest request, bool write, bool isReview)
    {
        var notes = (IReadOnlyList<string>)[.. (tally?.Notes ?? new Dictionary<string, int>()).Select(n => Texts.CountOf(n.Key, n.Value)), .. _personal];
        if (!isReview)
        {
            foreach (var row in _rows.Where(r => r.State == RowState.Likely).Take(Shown)) await Console.Error.WriteLineAsync(Likely(row));
            return await new ImportReport(tally?[RowState.New] ?? 0, tally?[RowState.Changed] ?? 0, tally?[RowState.Unchanged] ?? 0, tally?[RowState.Elsewhere] ?? 0, _problems, notes).Print(request.KeepGood, !write);
        }

        foreach (var note in notes.Take(Shown)) await Console.Error.WriteLineAsync(note);
        await ImportReport.Fail(_problems);
        Console.WriteLine(Texts.Get("sources.review.counts", tally![RowState.New], tally[RowState.Changed], tally[RowState.Unchanged], tally[RowState.Likely], tally[RowState.Vanished], tally[RowState.Refused], tally[RowState.Elsewhere]));
        foreach (var field in _rows.SelectMany(r => r.Differences).GroupBy(d => (d.Field, d.Shown)).OrderByDescending(g => g.Count()))
            Console.WriteLine($"  {Texts.CountOf(field.Key.Shown ? "sources.review.field-shown" : "sources.review.field-kept", field.Count(), PlaceColumns.Label(field.Key.Field))}");
        foreach (var row in _rows.Where(r => r.State == RowState.Changed).Take(Shown))
            foreach (var d in row.Differences) Console.WriteLine($"  {row.Name} · {PlaceColumns.Label(d.Field)} : {Piece(d.Before)} → {Piece(d.After)}{(d.Shown ? "" : $" ({Texts.Get("sources.review.kept")})")}");
        foreach (var row in _rows.Where(r => r.State == RowState.Likely).Take(Shown)) Console.WriteLine($"  {Likely(row)}");
        foreach (var row in _rows.Where(r => r.State == RowState.Vanished).Take(Shown)) Console.WriteLine($"  {Texts.Get("sources.review.vanished-one", row.Name)}");
        return 0;
    }

    /// <summary>The map on the standard output, ready to be kept; what it was made from on the standard error.</summary>
    public static int Map(ColumnMap map, TableFormat format)
    {
        Console.Error.WriteLine(Texts.Get("sources.understood", Words(format), map.Format is { } known ? Texts.Get($"sources.format.{known}") : Texts.Get("sources.format.unknown")));
        foreach (var column in map.Columns) Console.Error.WriteLine($"  {column.Column} → {(column.Field.Length == 0 ? "—" : PlaceColumns.Label(column.Field))}  {Texts.Get(column.Why)}");
        Console.WriteLine(ColumnMapFile.Write(map));
        return 0;
    }

    /// <summary>« CSV, UTF-8, « ; », titres ligne 3 ».</summary>
    public static string Words(TableFormat format) => format.Kind switch
    {
        TableKind.Csv => Texts.Get("sources.kind.csv", format.Encoding, format.Separator == '\t' ? Texts.Get("sources.kind.tab") : $"{format.Separator}", format.HeaderLine),
        TableKind.Workbook => Texts.Get("sources.kind.workbook", format.Sheet ?? "", format.HeaderLine),
        TableKind.Geojson => Texts.Get("sources.kind.geojson"),
        _ => Texts.Get("sources.kind.json", format.Encoding),
    };

    private static string Likely(RowOutcome row) => Texts.Get("sources.review.likely-one", row.Name, string.Join(" ; ", row.Resembles.Select(r => $"{r.Key} ({r.Likeness:0.00})")));

    private static string Piece(string text) => text.Length == 0 ? "—" : text.Length > 60 ? $"{text[..59]}…" : text;
}
