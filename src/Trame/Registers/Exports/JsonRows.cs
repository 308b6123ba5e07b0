using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trame.Registers.Exports;

/// <summary>Rows as a JSON list of objects; what nobody said is null.</summary>
internal sealed class JsonRows : IRecordWriter
{
    private const int FlushAt = 32 * 1024;

    private readonly Utf8JsonWriter _json;
    private readonly RowLayout _layout;
    private readonly ExportContext _context;
    private readonly ExportTally _tally;
    private readonly RowCells _cells;

    public JsonRows(Stream stream, RowLayout layout, ExportContext context, ExportTally tally)
    {
        (_layout, _context, _tally, _cells) = (layout, context, tally, new RowCells(layout.Columns));
        _json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }); // a file, never inside a page: é stays é
        _json.WriteStartArray();
    }

    public void Write(PublicRecord record)
    {
        _cells.Empty();
        if (!_layout.Fill(record, _context, _cells, _tally)) return;
        _json.WriteStartObject();
        for (var i = 0; i < _cells.Columns.Count; i++) Write(_json, _cells.Columns[i], _cells.Values[i]);
        _json.WriteEndObject();
        _tally.Write();
        if (_json.BytesPending > FlushAt) _json.Flush();
    }

    private static void Write(Utf8JsonWriter json, ExportColumn column, string cell)
    {
        if (cell.Length == 0) json.WriteNull(column.Name);
        else if (column.Shape == CellShape.Text) json.WriteString(column.Name, cell);
        else if (column.Shape == CellShape.Number)
        {
            json.WritePropertyName(column.Name);
            json.WriteRawValue(cell);
        }
        else
        {
            json.WriteStartArray(column.Name);
            foreach (var word in cell.Split('|')) json.WriteStringValue(word);
            json.WriteEndArray();
        }
    }

    public void Dispose()
    {
        _json.WriteEndArray();
        _json.Dispose();
    }
}
