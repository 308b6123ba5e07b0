using System.IO.Compression;
using System.Text;
using Trame.Foundation.Tables;
using Trame.Tests.Foundation.Tables;

namespace Trame.Tests.Registers.Sources;

/// <summary>Files of records of any format, the hostile ones included.</summary>
public sealed class AnyTableTests
{
    private static (ITable? Table, TableProblem? Refused) Open(byte[] bytes, string? sheet = null) => TableFile.Open(new MemoryStream(bytes, writable: false), sheet: sheet);

    private static (ITable? Table, TableProblem? Refused) Open(string text) => Open(Encoding.UTF8.GetBytes(text));

    private static List<string[]> Rows(ITable table) => [.. table.Entries().OfType<TableRow>().Select(r => r.Cells.ToArray())];

    [Theory]
    [InlineData("""[{"nom":"A","adresse":{"ville":"Yzeure"},"themes":["x","y"]},{"nom":"B","actif":true,"n":1.50}]""")]
    [InlineData("""{"total":2,"data":[{"nom":"A","adresse":{"ville":"Yzeure"},"themes":["x","y"]},{"nom":"B","actif":true,"n":1.50}]}""")]
    [InlineData("{\"nom\":\"A\",\"adresse\":{\"ville\":\"Yzeure\"},\"themes\":[\"x\",\"y\"]}\n{\"nom\":\"B\",\"actif\":true,\"n\":1.50}\n")]
    public void Json_is_a_list_bare_in_an_envelope_or_line_by_line(string json)
    {
        using var table = Open(json).Table.ShouldNotBeNull();
        table.Headers.Names.ShouldBe(["nom", "adresse.ville", "themes", "actif", "n"]);
        Rows(table).ShouldBe([["A", "Yzeure", "x|y", "", ""], ["B", "", "", "true", "1.50"]]);
    }

    [Theory]
    [InlineData("{}", "tables.json.no-records")]
    [InlineData("[]", "tables.json.no-records")]
    [InlineData("[1,2]", "tables.json.no-records")]
    [InlineData("[{\"a\":", "tables.json.malformed")]
    [InlineData("{\"a\" 1}", "tables.json.malformed")]
    public void Json_that_is_no_list_is_refused(string json, string key) => Open(json).Refused.ShouldNotBeNull().TextKey.ShouldBe(key);

    [Fact]
    public void A_broken_record_is_told_and_what_came_before_is_kept()
    {
        using var table = Open("[{\"nom\":\"A\"},\n7,\n{\"nom\":\"B\"},\n{\"nom\": C}]").Table.ShouldNotBeNull();
        var entries = table.Entries().ToList();
        entries.OfType<TableRow>().Select(r => r["nom"]).ShouldBe(["A", "B"]);
        entries.OfType<RowError>().Select(e => e.TextKey).ShouldBe(["tables.json.not-a-record", "tables.json.malformed"]);
        entries.OfType<RowError>().First().Element.ShouldBe(2);
    }

    [Fact]
    public void Old_encodings_deep_nesting_and_too_many_columns_are_read_or_refused()
    {
        var latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        using (var table = Open(latin.GetBytes("[{\"nom\":\"Café de l’Été\"}]")).Table.ShouldNotBeNull()) Rows(table)[0][0].ShouldBe("Café de l’Été");
        using (var table = Open([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("[{\"nom\":\"Été\"}]")]).Table.ShouldNotBeNull()) Rows(table)[0][0].ShouldBe("Été");
        Open($"[{string.Concat(Enumerable.Repeat("{\"a\":", 500))}1{new string('}', 500)}]").Refused.ShouldNotBeNull();
        Open($"[{{{string.Join(',', Enumerable.Range(0, 1_500).Select(i => $"\"c{i}\":1"))}}}]").Refused!.TextKey.ShouldBe("tables.row.too-many-columns");
        using (var table = Open($"[{{\"nom\":\"{new string('x', TableLimits.Cell + 1)}\"}},{{\"nom\":\"B\"}}]").Table.ShouldNotBeNull()) table.Entries().First().ShouldBeOfType<RowError>().TextKey.ShouldBe("tables.cell.too-long");
        using (var table = Open("[{\"nom\":\"a\\ud800b\"}]").Table.ShouldNotBeNull()) Rows(table).Count.ShouldBe(1);
    }

    [Fact]
    public void A_header_on_the_third_line_is_found_in_a_csv_and_in_a_workbook()
    {
        using (var table = Open("Liste des lieux\n\nnom;commune\nA;Yzeure\n").Table.ShouldNotBeNull()) table.Format.HeaderLine.ShouldBe(3);
        using var sheet = Open(Workbook.Of([["Liste des lieux"], [], ["nom", "commune"], ["A", "Yzeure"]])).Table.ShouldNotBeNull();
        sheet.Format.HeaderLine.ShouldBe(3);
        Rows(sheet).ShouldBe([["A", "Yzeure"]]);
    }

    [Fact]
    public void A_formula_gives_its_last_value_and_nothing_runs()
    {
        using var sheet = Open(Workbook.Raw("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>nom</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>n</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://exemple.fr\")</f><v>Le Fil</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>B</t></is></c><c r=\"B3\" t=\"e\"><v>#REF!</v></c></row>")).Table.ShouldNotBeNull();
        Rows(sheet).Select(r => r[0]).ShouldBe(["Le Fil", "B"]);
    }

    [Fact]
    public void Hostile_workbooks_are_refused_or_read_within_bounds()
    {
        Open(Workbook.Bomb()).Refused.ShouldNotBeNull().TextKey.ShouldBe("tables.sheet.bomb");
        Open(Workbook.Of([[.. Enumerable.Range(0, 10_000).Select(i => $"c{i}")], ["A"]])).Refused.ShouldNotBeNull().TextKey.ShouldBe("tables.row.too-many-columns");
        using (var sheet = Open(Workbook.Of([["nom", "n"], [new string('x', 5 << 20), "1"], ["B", "2"]])).Table.ShouldNotBeNull())
        {
            var entries = sheet.Entries().ToList();
            entries[0].ShouldBeOfType<RowError>().TextKey.ShouldBe("tables.cell.too-long");
            entries[1].ShouldBeOfType<TableRow>()["nom"].ShouldBe("B");
        }

        var whole = Workbook.Of([["nom", "commune"], ["A", "Yzeure"], ["B", "Moulins"]]);
        for (var cut = 30; cut < whole.Length; cut += whole.Length / 40)
        {
            var (table, refused) = Open(whole[..cut]); // never a crash
            if (table is null) refused.ShouldNotBeNull();
            else using (table) table.Entries().Count().ShouldBeLessThan(10);
        }

        Open("PK\u0003\u0004nothing").Refused.ShouldNotBeNull();
        Open(Workbook.Raw("<row r=\"1\"><c r=\"A1\"><v>", dtd: "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\">]>")).Refused.ShouldNotBeNull();
    }

    [Fact]
    public void A_published_workbook_is_read_sheet_by_sheet()
    {
        using var published = PlacesData.Open("datainclusion/api-tests-dataset.xlsx");
        using var copy = new MemoryStream();
        published.CopyTo(copy);
        using (var first = Open(copy.ToArray()).Table.ShouldNotBeNull())
        {
            first.Format.Sheet.ShouldBe("Structures");
            first.Headers.Has("nom").ShouldBeTrue();
            first.Entries().OfType<TableRow>().ShouldNotBeEmpty();
        }

        using (var services = Open(copy.ToArray(), "services").Table.ShouldNotBeNull()) services.Headers.Has("structure_id").ShouldBeTrue();
        Open(copy.ToArray(), "absente").Refused.ShouldNotBeNull().TextKey.ShouldBe("tables.sheet.unknown");
    }
}
