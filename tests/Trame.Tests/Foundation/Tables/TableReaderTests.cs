using System.Text;
using Trame.Foundation.Tables;

namespace Trame.Tests.Foundation.Tables;

public sealed partial class TableReaderTests
{
    private const string Accents = "nom;ville\nÉcole d'été;Orléans\nCafé œuf;Besançon\n";

    [Theory]
    [InlineData("utf-8", false, "UTF-8")]
    [InlineData("utf-8", true, "UTF-8")]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16", false, "UTF-16")]
    [InlineData("utf-16BE", true, "UTF-16")]
    [InlineData("utf-16BE", false, "UTF-16")]
    [InlineData("utf-32", true, "UTF-32")]
    [InlineData("windows-1252", false, "Windows-1252")]
    public void Encodings_are_found_out(string name, bool withMark, string said)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Accents)];
        using var table = Read(bytes);
        table.Format.ShouldBe(new TableFormat(said, ';', 1));
        Rows(table).Select(row => row["nom"]).ShouldBe(["École d'été", "Café œuf"]);
    }

    [Fact]
    public void A_file_that_changes_encoding_on_the_way_still_reads()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var utf8 = "nom;ville\n" + string.Concat(Enumerable.Repeat("Fête;Orléans\n", 10_000));
        using var table = Read([.. Encoding.UTF8.GetBytes(utf8), .. windows.GetBytes("Goûter à l’école;Besançon\n")]);
        Rows(table)[^1].Cells.ShouldBe(["Goûter à l’école", "Besançon"]);
    }

    [Theory]
    [InlineData("a;b\n1,5;2,5\n3,5;4,5\n", ';')]
    [InlineData("a,b\n1.5,2.5\n", ',')]
    [InlineData("a\tb\n1,5\t2;5\n", '\t')]
    [InlineData("a|b\n1|2\n", '|')]
    [InlineData("sep=,\na,b\n1,2\n", ',')]
    [InlineData("a,b\n\"x;y;z\",\"u;v;w\"\n", ',')]
    [InlineData("seule\nun\ndeux\n", ';')]
    public void Separators_are_found_out(string text, char separator) => Read(text).Format.Separator.ShouldBe(separator);

    [Theory]
    [InlineData("Liste des lieux 2026\n\nnom;ville;places\nA;B;12\nC;D;8\n", 3)]
    [InlineData("Liste des lieux 2026;;\nnom;ville;places\nA;B;12\nC;D;8\n", 2)]
    [InlineData("sep=;\r\nnom;ville\r\nA;B\r\n", 2)]
    [InlineData("nom;ville\nA;B\n", 1)]
    public void The_header_is_found_under_a_title(string text, int line)
    {
        using var table = Read(text);
        table.Format.HeaderLine.ShouldBe(line);
        table.Headers.Names.Take(2).ShouldBe(["nom", "ville"]);
        Rows(table)[0]["NOM"].ShouldBe("A");
    }

    [Fact]
    public void Headers_answer_to_their_aliases_and_to_any_spelling()
    {
        var options = new TableOptions { Aliases = new Dictionary<string, IReadOnlyList<string>> { ["insee"] = ["code_insee", "insee_com"], ["name"] = ["nom"] } };
        using var table = Read("titre;;\nNOM;Code INSEE;Étage;nom\nA;03190;2;B\n", options);
        var row = Rows(table).Single();
        (row["insee"], row["name"], row["etage"], row["nom (2)"], row["absent"]).ShouldBe(("03190", "A", "2", "B", ""));
        table.Missing("insee", "siret").Single().Args[0].ShouldBe("siret");
        row.Error("insee", new TableProblem("tables.commune.shape")).ShouldSatisfyAllConditions(
            error => error.Column.ShouldBe("Code INSEE"), error => error.Excerpt.ShouldBe("03190"), error => error.LineNumber.ShouldBe(3));
    }

    [Theory]
    [InlineData("2;\"ouvert;x", "tables.row.open-quote")]
    [InlineData("2;\"a\" b", "tables.row.quotes")]
    [InlineData("2;a;b", "tables.row.too-many-cells")]
    [InlineData("2", "tables.row.too-few-cells")]
    [InlineData("2;\0", "tables.row.binary")]
    public void A_broken_row_is_told_and_reading_goes_on(string broken, string key)
    {
        var text = new StringBuilder("id;nom\n1;\"deux\nlignes\"\n").Append(broken).Append('\n');
        for (var i = 5; i < 3_000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i};\"nom {i}\"\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        // NUL in the first bytes would make the whole file binary: it stands after them.
        using var table = broken.Contains('\0') ? Read([.. Encoding.UTF8.GetBytes("id;nom\n1;\"deux\nlignes\"\n" + Filler()), .. bytes[23..]]) : Read(bytes);
        var entries = table.Entries().ToList();
        var error = entries.OfType<RowError>().ShouldHaveSingleItem();
        error.TextKey.ShouldBe(key);
        error.Excerpt.ShouldStartWith("2");
        if (!broken.Contains('\0')) error.LineNumber.ShouldBe(4);
        entries.OfType<TableRow>().Count(row => row["nom"].StartsWith("nom ", StringComparison.Ordinal)).ShouldBe(2_995);
        entries.OfType<TableRow>().Last().LineNumber.ShouldBe(entries[^1].LineNumber);
        entries.Select(entry => entry.LineNumber).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Line_numbers_are_those_of_an_editor(string end)
    {
        using var table = Read(string.Join(end, "a;b", "1;\"x" + end + "y\"", "", "2;\"oups", "3;z", "4;\"\"\"q\"\"\""), new TableOptions { Separator = ';', HeaderLine = 1 });
        table.Entries().Select(entry => (entry.LineNumber, entry is RowError)).ShouldBe([(2, false), (5, true), (6, false), (7, false)]);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 [Content_Types].xml xl/workbook.xml", "tables.file.excel")]
    [InlineData("PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "tables.file.opendocument")]
    [InlineData("PK\u0003\u0004 data.csv", "tables.file.archive")]
    [InlineData("\u00D0\u00CF\u0011\u00E0 workbook", "tables.file.excel")]
    [InlineData("%PDF-1.7", "tables.file.pdf")]
    [InlineData("\u001F\u008B\u0008", "tables.file.archive")]
    [InlineData("<!DOCTYPE html><html>", "tables.file.web-page")]
    [InlineData("[{\"a\":1}]", "tables.file.json")]
    [InlineData("a;b\n1;\0\u0001\u0002\u0003\n", "tables.file.binary")]
    [InlineData("", "tables.file.empty")]
    [InlineData(" \n \n", "tables.file.empty")]
    public void What_is_not_a_table_is_refused_with_what_to_do(string content, string key)
    {
        var opening = TableReader.Open(new MemoryStream(Encoding.Latin1.GetBytes(content)));
        opening.Accepted.ShouldBeFalse();
        opening.Refused!.TextKey.ShouldBe(key);
    }

    [Fact]
    public void A_cell_and_a_line_too_long_are_told()
    {
        var text = "a;b\n1;" + new string('x', TableLimits.Cell + 1) + "\n2;y\n" + string.Join(';', Enumerable.Repeat("z", 1_200)) + "\n3;w\n" + new string('v', TableLimits.Row * 3) + "\n4;u\n";
        using var table = Read(text, new TableOptions { HeaderLine = 1, Separator = ';' });
        table.Entries().Select(entry => entry is RowError error ? error.TextKey : ((TableRow)entry)["a"])
            .ShouldBe(["tables.cell.too-long", "2", "tables.row.too-many-columns", "3", "tables.cell.too-long", "4"]);
    }

    private static string Filler() => string.Concat(Enumerable.Repeat("0;remplissage\n", 8_000));

    private static TableReader Read(string text, TableOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    private static TableReader Read(byte[] bytes, TableOptions? options = null)
    {
        var opening = TableReader.Open(new MemoryStream(bytes), options);
        opening.Refused.ShouldBeNull();
        return opening.Table!;
    }

    private static List<TableRow> Rows(TableReader table) => [.. table.Entries().Select(entry => entry.ShouldBeOfType<TableRow>())];
}
