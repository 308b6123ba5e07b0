using Trame.Foundation.Tables;

namespace Trame.Tests.Foundation.Tables;

/// <summary>What is written is read back, cell for cell, by the reader of imports.</summary>
public sealed class WorkbookWriterTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("<&>\" _x0041_ _x")]
    [InlineData("deux\nlignes")]
    [InlineData("l’été 🌻 ﬁn")]
    [InlineData(" des blancs autour ")]
    public void Any_text_comes_back(string text)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("A & B", ["un", "deux", "nombre"]);
            book.Write([text, "", "46.5661"], [false, false, true]);
            book.Write(["fin", "x", ""]);
            book.Sheet("Seconde", ["a", "b"]);
        }

        var (table, _) = TableFile.Open(new MemoryStream(file.ToArray()), new TableOptions(), "A & B");
        using (table)
        {
            var rows = table!.Entries().Cast<TableRow>().ToList();
            (rows[0]["un"], rows[0]["deux"], rows[0]["nombre"], rows[1]["un"]).ShouldBe((text, "", "46.5661", "fin"));
        }
    }

    [Fact]
    public void What_xml_cannot_hold_is_left_out()
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("Fiches", ["a", "b"]);
            book.Write(["un\u0001deux", "x"]);
        }

        var (table, _) = TableFile.Open(new MemoryStream(file.ToArray()), new TableOptions(), null);
        using (table) table!.Entries().Cast<TableRow>().Single()["a"].ShouldBe("undeux");
    }

    [Fact]
    public void A_row_has_one_cell_for_each_header()
    {
        using var book = new WorkbookWriter(new MemoryStream());
        book.Sheet("Fiches", ["a", "b"]);
        Should.Throw<ArgumentException>(() => book.Write(["seul"]));
    }
}
