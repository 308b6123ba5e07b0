using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Trame.Foundation.Tables;

/// <summary>Writes an Excel workbook (ECMA-376, Office Open XML) row by row: sheets one after the other, texts in their cells, numbers as numbers.</summary>
/// <remarks>A text is typed as a text, so nothing in it runs; one that begins as a formula would is also marked as quoted, so that it stays a text when somebody
/// edits it. Memory: some tens of kilobytes, whatever the number of rows. The stream stays open, and is never sought.</remarks>
public sealed partial class WorkbookWriter : IDisposable
{
    /// <summary>Rows of a sheet, headers included.</summary>
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string HeaderStyle = "1";
    private const string QuotedStyle = "2";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ZipArchive _zip;
    private readonly List<string> _sheets = [];
    private readonly StringBuilder _row = new();
    private StreamWriter? _sheet;
    private string[] _columns = [];
    private int _rows;

    public WorkbookWriter(Stream stream) => _zip = new ZipArchive(new ForwardStream(stream), ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>The sheet can take no more rows.</summary>
    public bool IsFull => _rows >= MostRows;

    /// <summary>Begins a sheet; its first row, which stays in sight, is made of headers.</summary>
    public void Sheet(string name, IReadOnlyList<string> headers)
    {
        End();
        _sheets.Add(name);
        _columns = [.. headers.Select((_, column) => Letters(column))];
        _rows = 0;
        _sheet = new StreamWriter(_zip.CreateEntry($"xl/worksheets/sheet{_sheets.Count}.xml", CompressionLevel.Fastest).Open(), Utf8, 32 * 1024);
        _sheet.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="{headers.Count}" width="24" customWidth="1"/></cols><sheetData>""");
        Row(headers, [], HeaderStyle);
    }

    /// <param name="cells">One for each header.</param>
    /// <param name="numbers">Which of them hold numbers, written with a point; none when empty.</param>
    public void Write(IReadOnlyList<string> cells, ReadOnlySpan<bool> numbers = default)
    {
        if (cells.Count != _columns.Length) throw new ArgumentException($"{_columns.Length} cells expected, {cells.Count} given.", nameof(cells));
        if (IsFull) throw new InvalidOperationException($"A sheet holds {MostRows} rows.");
        Row(cells, numbers, "");
    }

    public void Dispose()
    {
        End();
        Part("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>""");
        var sheets = string.Concat(_sheets.Select((name, n) => $"""<sheet name="{Escaped(name)}" sheetId="{n + 1}" r:id="rId{n + 1}"/>"""));
        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{sheets}</sheets></workbook>""");
        var relations = string.Concat(_sheets.Select((_, n) => $"""<Relationship Id="rId{n + 1}" Type="{Relations}/worksheet" Target="worksheets/sheet{n + 1}.xml"/>"""));
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}">{relations}<Relationship Id="rId{_sheets.Count + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        Part("_rels/.rels", $"""<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        var parts = string.Concat(_sheets.Select((_, n) => $"""<Override PartName="/xl/worksheets/sheet{n + 1}.xml" ContentType="{Types}.worksheet+xml"/>"""));
        Part("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{parts}</Types>""");
        _zip.Dispose();
    }

    private void Row(IReadOnlyList<string> cells, ReadOnlySpan<bool> numbers, string style)
    {
        _rows++;
        _row.Clear().Append(CultureInfo.InvariantCulture, $"<row r=\"{_rows}\">");
        for (var column = 0; column < cells.Count; column++)
            if (cells[column].Length > 0) Cell(column, cells[column], column < numbers.Length && numbers[column], style);
        _sheet!.Write(_row.Append("</row>"));
    }

    private void Cell(int column, string text, bool isNumber, string style)
    {
        _row.Append("<c r=\"").Append(_columns[column]).Append(CultureInfo.InvariantCulture, $"{_rows}\"");
        if (isNumber)
        {
            _row.Append("><v>").Append(text).Append("</v></c>");
            return;
        }

        if (style.Length == 0 && !ReferenceEquals(FormulaGuard.Put(text), text)) style = QuotedStyle;
        if (style.Length > 0) _row.Append(" s=\"").Append(style).Append('"');
        _row.Append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(Escaped(text)).Append("</t></is></c>");
    }

    private void End()
    {
        if (_sheet is null) return;
        _sheet.Write("</sheetData></worksheet>");
        _sheet.Dispose();
        _sheet = null;
    }

    private void Part(string name, string xml)
    {
        using var part = new StreamWriter(_zip.CreateEntry(name, CompressionLevel.Fastest).Open(), Utf8);
        part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        part.Write(xml);
    }

    // « _x0041_ » in a text would be read as an A; and XML cannot hold every character, not even escaped.
    private static string Escaped(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"_\r") < 0 && !text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uFFFF')) return text;
        var clean = new StringBuilder(text.Length + 16);
        foreach (var rune in Underscored().Replace(text, "_x005F_").EnumerateRunes())
        {
            if (rune.Value is '&') clean.Append("&amp;");
            else if (rune.Value is '<') clean.Append("&lt;");
            else if (rune.Value is '>') clean.Append("&gt;");
            else if (rune.Value is '"') clean.Append("&quot;");
            else if (rune.Value is '\r') clean.Append("_x000D_");
            else if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Underscored();

    /// <summary>Hides that a stream could be sought: an archive would go back to write sizes where what was written has already been sent.</summary>
    private sealed class ForwardStream(Stream target) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => target.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => target.Write(buffer, offset, count);
        public override void Write(ReadOnlySpan<byte> buffer) => target.Write(buffer);
    }
}
