using System.Text;

namespace Trame.Foundation.Tables;

/// <summary>Files that are not text: each is refused with what to do about it.</summary>
internal static class FileSignature
{
    public static TableProblem? Refuse(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty) return new("tables.file.empty");
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8)) return Archive(start);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return new("tables.file.excel");
        if (start.StartsWith("%PDF"u8)) return new("tables.file.pdf");
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || start.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF]) || start.StartsWith("Rar!"u8)) return new("tables.file.archive");
        return null;
    }

    /// <summary>The same once decoded: web pages and JSON downloaded in place of the table, and text that is none.</summary>
    public static TableProblem? Refuse(string start)
    {
        var text = start.AsSpan().TrimStart();
        if (text.IsEmpty) return new("tables.file.empty");
        if (text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return new("tables.file.web-page");
        if (text.StartsWith("{\"") || text.StartsWith("[{") || text.StartsWith("{\n") || text.StartsWith("{\r")) return new("tables.file.json");
        var strange = 0;
        foreach (var letter in text)
            if (letter == '\0' || (letter < ' ' && letter is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001A'))) strange++;
        return strange * 50 > text.Length || text.Contains('\0') ? new("tables.file.binary") : null;
    }

    private static TableProblem Archive(ReadOnlySpan<byte> start)
    {
        var names = Encoding.Latin1.GetString(start);
        if (names.Contains("opendocument.spreadsheet", StringComparison.Ordinal)) return new("tables.file.opendocument");
        return names.Contains("[Content_Types].xml", StringComparison.Ordinal) || names.Contains("xl/", StringComparison.Ordinal)
            ? new("tables.file.excel") : new("tables.file.archive");
    }
}
