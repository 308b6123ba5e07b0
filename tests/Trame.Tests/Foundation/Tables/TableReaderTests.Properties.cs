using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Tables;

namespace Trame.Tests.Foundation.Tables;

public sealed partial class TableReaderTests
{
    private static readonly Gen<string> CellText = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements(";", ",", "\"", "\r\n", "\n", "\r", "'", "=1+1", "-3,5", "+33", "@x", "\t", "é", " ", "a", "''=", "").ListOf().Select(parts => string.Concat(parts)));

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Tables().ToArbitrary(), sample =>
    {
        using var stream = new MemoryStream();
        using (var writer = new TableWriter(stream, ["premier", "deuxième", "troisième"], sample.Separator, sample.Mark))
            foreach (var row in sample.Rows) writer.Write(row);
        using var table = Read(stream.ToArray(), new TableOptions { Separator = sample.Separator, HeaderLine = 1 });
        Rows(table).Select(row => row.Cells.ToArray()).ShouldBe(sample.Rows, new CellsComparer());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_a_table_or_a_refusal() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => ReadsToItsEnd(bytes ?? [])).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_punctuation_is_a_table_or_a_refusal()
    {
        var hostile = Gen.Elements(";", "\"", "\n", "\r", "a", ",", "\"\"", "é", "\0", "sep=;", "|", "1").ListOf().Select(parts => Encoding.UTF8.GetBytes("a;b\n" + string.Concat(parts)));
        Prop.ForAll(hostile.ToArbitrary(), ReadsToItsEnd).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static bool ReadsToItsEnd(byte[] bytes)
    {
        var opening = TableReader.Open(new MemoryStream(bytes));
        if (!opening.Accepted) return opening.Refused.TextKey.StartsWith("tables.", StringComparison.Ordinal);
        using var table = opening.Table;
        return table.Entries().All(entry => entry.LineNumber > 0);
    }

    private static Gen<Sample> Tables() =>
        from separator in Gen.Elements(';', ',', '\t', '|')
        from mark in Gen.Elements(true, false)
        from rows in CellText.Select(WithoutHalves).ArrayOf(3).ListOf()
        select new Sample(separator, mark, [.. rows]);

    // Half characters and NUL cannot be written in UTF-8 text; a small file full of control characters is refused as binary.
    private static string WithoutHalves(string text) => string.Concat(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
        .Select(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n') ? '?' : letter));

    private sealed record Sample(char Separator, bool Mark, string[][] Rows);

    private sealed class CellsComparer : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x!.SequenceEqual(y!);
        public int GetHashCode(string[] row) => row.Length;
    }
}
