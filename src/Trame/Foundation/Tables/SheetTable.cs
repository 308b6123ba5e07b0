using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Trame.Foundation.Tables;

/// <summary>One sheet of an Excel workbook as a table. Of a formula, the value that was last worked out is read; nothing is run.</summary>
/// <remarks>What the archive says it will become is added up before anything is unpacked, and the platform unpacks no more than it says: a small file that
/// grows without end is refused. Rows come one by one; the texts that cells share are held, within the same bound.</remarks>
internal sealed class SheetTable : ITable
{
    private const long MostUnpacked = 300L << 20;
    private const int MostParts = 2_000;

    private readonly Stream _stream;
    private readonly IExcelDataReader _reader;
    private readonly int _headerLine;
    private readonly int _columns;

    // The library asks for this encoding by its number, even for workbooks that have no use for it.
    static SheetTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private SheetTable(Stream stream, IExcelDataReader reader, TableHeaders headers, int headerLine)
    {
        (_stream, _reader, Headers, _headerLine, _columns) = (stream, reader, headers, headerLine, headers.Names.Count);
        Format = new("Excel", '\0', headerLine) { Kind = TableKind.Workbook, Sheet = reader.Name };
    }

    public TableHeaders Headers { get; }

    public TableFormat Format { get; }

    public static bool IsOne(ReadOnlySpan<byte> start) => FileSignature.Refuse(start) is { TextKey: "tables.file.excel" };

    public static (ITable?, TableProblem?) Open(Stream stream, TableOptions options, string? sheet)
    {
        try
        {
            if (TooLarge(stream)) return TableFile.Refuse(stream, new("tables.sheet.bomb", MostUnpacked >> 20));
            stream.Position = 0;
            if (Choose(Read(stream), sheet) is not { } number) return TableFile.Refuse(stream, sheet is null ? new("tables.file.empty") : new("tables.sheet.unknown", sheet));
            stream.Position = 0;
            var (headers, line) = Titles(At(Read(stream), number), options);
            if (headers.Length > TableLimits.Columns) return TableFile.Refuse(stream, new("tables.row.too-many-columns", TableLimits.Columns));
            stream.Position = 0;
            var reader = At(Read(stream), number);
            for (var skipped = 0; skipped < line; skipped++) reader.Read();
            return (new SheetTable(stream, reader, new TableHeaders(headers, options.Aliases), line), null);
        }
        catch (InvalidPasswordException)
        {
            return TableFile.Refuse(stream, new("tables.sheet.password"));
        }
        catch (Exception broken) when (IsContent(broken))
        {
            return TableFile.Refuse(stream, new("tables.sheet.broken"));
        }
    }

    public IEnumerable<TableEntry> Entries()
    {
        for (var line = _headerLine + 1; Step(out var problem); line++)
        {
            if (problem is not null)
            {
                yield return RowError.Of(line, null, "", problem);
                yield break;
            }

            if (Row(line) is { } entry) yield return entry;
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private bool Step(out TableProblem? problem)
    {
        problem = null;
        try
        {
            return _reader.Read();
        }
        catch (Exception broken) when (IsContent(broken))
        {
            problem = new("tables.sheet.broken");
            return true;
        }
    }

    private TableEntry? Row(int line)
    {
        var cells = Cells(_reader);
        if (cells.All(string.IsNullOrWhiteSpace)) return null;
        for (var extra = _columns; extra < cells.Length; extra++)
            if (cells[extra].Length > 0) return RowError.Of(line, null, cells[extra], new("tables.row.too-many-cells", cells.Length, _columns));
        if (cells.Index().FirstOrDefault(c => c.Item.Length > TableLimits.Cell) is { Item: { } huge } at) return RowError.Of(line, Headers.Names[at.Index], huge, new("tables.cell.too-long"));
        if (cells.Length != _columns)
        {
            var had = cells.Length;
            Array.Resize(ref cells, _columns);
            if (had < _columns) Array.Fill(cells, "", had, _columns - had); // a sheet does not keep the empty cells at the end of a row
        }

        return new TableRow(line, Headers, cells);
    }

    private static string[] Cells(IExcelDataReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var column = 0; column < cells.Length; column++) cells[column] = Said(reader.GetValue(column));
        var last = Array.FindLastIndex(cells, c => c.Length > 0);
        return last + 1 < cells.Length ? cells[..(last + 1)] : cells;
    }

    private static string Said(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static IExcelDataReader Read(Stream stream) => ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Windows1252Fallback.Windows1252, LeaveOpen = true });

    private static IExcelDataReader At(IExcelDataReader reader, int sheet)
    {
        for (var skipped = 0; skipped < sheet; skipped++) reader.NextResult();
        return reader;
    }

    // The sheet asked for; else the first one that shows two rows or more: covers and notes often stand first.
    private static int? Choose(IExcelDataReader reader, string? sheet)
    {
        using var closed = reader;
        int? narrow = null;
        for (var number = 0; number < reader.ResultsCount; number++, reader.NextResult())
        {
            if (sheet is not null && !string.Equals(reader.Name, sheet, StringComparison.OrdinalIgnoreCase)) continue;
            if (sheet is null && reader.VisibleState != "visible") continue;
            var wide = 0;
            for (var row = 0; row < 20 && wide < 2 && reader.Read(); row++)
                if (Cells(reader).Count(c => c.Length > 0) >= 2) wide++;
            if (sheet is not null || wide >= 2) return number;
            if (wide == 1) narrow ??= number;
        }

        return narrow;
    }

    private static (string[] Headers, int Line) Titles(IExcelDataReader reader, TableOptions options)
    {
        using var closed = reader;
        var rows = new List<(int Line, string[] Cells)>();
        for (var line = 1; line <= 60 && reader.Read(); line++) rows.Add((line, Cells(reader)));
        var header = options.HeaderLine ?? TableLayout.HeaderLine([.. rows.Where(r => r.Cells.Length > 0)], options);
        return (rows.FirstOrDefault(r => r.Line == header).Cells ?? [], header);
    }

    private static bool TooLarge(Stream stream)
    {
        stream.Position = 0;
        if (stream.ReadByte() != 'P') return false; // the binary workbook of before 2007 is not packed
        stream.Position = 0;
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var unpacked = 0L;
        foreach (var part in archive.Entries) unpacked = part.Length > MostUnpacked ? long.MaxValue / 2 : Math.Min(long.MaxValue / 2, unpacked + part.Length);
        return unpacked > MostUnpacked || archive.Entries.Count > MostParts;
    }

    // What a file made by hand or cut short makes the library throw: never a bug of ours, always told as a broken file.
    private static bool IsContent(Exception thrown) => thrown is ExcelReaderException or InvalidDataException or System.Xml.XmlException or IOException or FormatException or OverflowException
        or ArgumentException or IndexOutOfRangeException or InvalidOperationException or NullReferenceException or NotSupportedException or KeyNotFoundException;
}
