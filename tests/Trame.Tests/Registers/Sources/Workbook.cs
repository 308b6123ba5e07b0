using System.IO.Compression;
using System.Security;
using System.Text;

namespace Trame.Tests.Registers.Sources;

/// <summary>Small workbooks made by hand, part by part (ECMA-376), the hostile ones included.</summary>
internal static class Workbook
{
    public static byte[] Of(IReadOnlyList<IReadOnlyList<string>> rows) =>
        Raw(string.Concat(rows.Index().Select(r => $"<row r=\"{r.Index + 1}\">{string.Concat(r.Item.Select(c => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(c)}</t></is></c>"))}</row>")));

    public static byte[] Raw(string rows, string dtd = "") => Parts(("xl/worksheets/sheet1.xml", $"<?xml version=\"1.0\"?>{dtd}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"));

    /// <summary>Half a gigabyte of blanks in a few hundred kilobytes.</summary>
    public static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Frame(archive);
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (var megabytes = 0; megabytes < 400; megabytes++) part.Write(blanks);
        }

        return packed.ToArray();
    }

    private static byte[] Parts(params (string Name, string Content)[] parts)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Frame(archive);
            foreach (var (name, content) in parts) Write(archive, name, content);
        }

        return packed.ToArray();
    }

    private static void Frame(ZipArchive archive)
    {
        Write(archive, "[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Write(archive, "_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Write(archive, "xl/workbook.xml", "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Feuille 1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Write(archive, "xl/_rels/workbook.xml.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    }

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
