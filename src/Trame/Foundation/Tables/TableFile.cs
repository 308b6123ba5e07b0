using System.Text;

namespace Trame.Foundation.Tables;

/// <summary>Opens a file of records whatever its format: CSV, JSON, GeoJSON, workbook. What it is, its content says and not its name.</summary>
public static class TableFile
{
    private const int Sample = 1 << 16;

    /// <param name="stream">Can be rewound; closed with the table, or at once when refused.</param>
    /// <param name="sheet">Which sheet of a workbook; the first that holds a table when null.</param>
    public static (ITable? Table, TableProblem? Refused) Open(Stream stream, TableOptions? options = null, string? sheet = null)
    {
        options ??= new();
        var start = new byte[Sample];
        var length = stream.ReadAtLeast(start, Sample, throwOnEndOfStream: false);
        stream.Position = 0;
        var known = start.AsSpan(0, length);
        if (SheetTable.IsOne(known)) return SheetTable.Open(stream, options, sheet);
        if (FileSignature.Refuse(known) is { } refused) return Refuse(stream, refused);
        var encoding = TableEncoding.Of(known);
        var text = encoding.Encoding.GetString(known[encoding.MarkLength..]).TrimStart();
        if (text.StartsWith('{') || text.StartsWith('[')) return IsGeo(text) ? GeoTable.Open(stream, options) : JsonTable.Open(stream, encoding, options);
        var opening = TableReader.Open(stream, options);
        return (opening.Table, opening.Refused);
    }

    internal static (ITable?, TableProblem?) Refuse(Stream stream, TableProblem problem)
    {
        stream.Dispose();
        return (null, problem);
    }

    // An object that says « Feature » in its type before anything else that could be a record; a JSON list never is one.
    private static bool IsGeo(string text) => text[0] == '{' && (text.Contains("\"FeatureCollection\"", StringComparison.Ordinal)
        || (text.Contains("\"Feature\"", StringComparison.Ordinal) && text.Contains("\"geometry\"", StringComparison.Ordinal)));
}
