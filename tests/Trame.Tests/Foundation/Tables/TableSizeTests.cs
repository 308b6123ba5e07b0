using Trame.Foundation.Tables;

namespace Trame.Tests.Foundation.Tables;

[Collection(Alone.Name)]
public sealed class TableSizeTests
{
    [Fact]
    public void A_million_rows_with_one_broken_row_fit_in_a_few_megabytes()
    {
        const int rows = 1_000_000, broken = 654_321;
        using var table = TableReader.Open(Generated(rows, i => i == broken ? "654321;\"jamais fermé;12,5;x\n" : $"{i};\"Lieu « {i} »\";12,5;rue\n")).Table.ShouldNotBeNull();
        int read = 0, errors = 0, errorLine = 0;
        long most = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var entry in table.Entries())
        {
            if (entry is RowError error) (errors, errorLine) = (errors + 1, error.LineNumber);
            else read++;
            if ((read & 0x1_FFFF) == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        (read, errors, errorLine).ShouldBe((rows - 1, 1, broken + 2));
        most.ShouldBeLessThan(8L << 20); // the file has about 40 MB
    }

    [Fact]
    public void A_file_made_to_be_scanned_again_and_again_is_given_up()
    {
        // Each row opens a mark that the next row closes and opens again, for as many columns as the header has.
        var header = string.Join(';', Enumerable.Range(0, 1_000)) + "\n";
        var options = new TableOptions { HeaderLine = 1, Separator = ';' };
        using var table = TableReader.Open(Generated(1_000_000, _ => "z\";\"\n", header), options).Table.ShouldNotBeNull();
        var errors = table.Entries().OfType<RowError>().ToList();
        errors[^1].TextKey.ShouldBe("tables.file.too-broken");
        errors.Count.ShouldBeLessThan(500_000);
    }

    private static WrittenAsRead Generated(int rows, Func<int, string> row, string header = "id;nom;prix;adresse\n") => new(Enumerable.Range(0, rows).Select(row).Prepend(header));
}
