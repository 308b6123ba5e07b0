using Trame.Foundation.Tables;

namespace Trame.Tests.Foundation.Tables;

/// <summary>Real files, as their publishers give them. Counts were taken with an independent reader.</summary>
public sealed partial class TableReaderTests
{
    [Theory]
    [InlineData("france-services/liste-fs-20240801.csv", ',', 24, 2_845)]
    [InlineData("tiers-lieux/CGET_TiersLieux_2019.csv", ',', 30, 1_512)]
    [InlineData("associations/scdl_subventions_fixture.csv", ';', 16, 4)]
    [InlineData("mednum/exemple-valide.csv", ',', 32, 1)]
    [InlineData("observatory/engagement-citoyen_liste_tec_te.csv", ',', 8, 230)]
    [InlineData("geo/communes_france_2026_pop_coord.csv", ',', 11, 34_969)]
    public void Published_files_read_whole(string name, char separator, int columns, int rows)
    {
        using var table = TableReader.Open(PlacesData.Open(name)).Table.ShouldNotBeNull();
        table.Format.ShouldBe(new TableFormat("UTF-8", separator, 1));
        table.Headers.Names.Count.ShouldBe(columns);
        Rows(table).Count.ShouldBe(rows);
    }

    [Fact]
    public void A_workbook_is_refused_by_its_name() =>
        TableReader.Open(PlacesData.Open("datainclusion/api-tests-dataset.xlsx")).Refused!.TextKey.ShouldBe("tables.file.excel");

    [Fact]
    public void France_services_cells_are_understood()
    {
        using var table = TableReader.Open(PlacesData.Open("france-services/liste-fs-20240801.csv")).Table.ShouldNotBeNull();
        var rows = Rows(table);
        rows.Count(row => row.Read("insee_com", FrenchCodeCells.Commune).HasValue).ShouldBeGreaterThan(2_840);
        rows.Count(row => row.Read("code_postal", FrenchCodeCells.PostalCode).HasValue).ShouldBeGreaterThan(2_840);
        rows.Count(row => CoordinateCells.Point(row["latitude"], row["longitude"]).HasValue).ShouldBeGreaterThan(2_800);
        rows.Count(row => row.Read("telephone", PhoneCells.French).Problem is not null).ShouldBeLessThan(30);
        rows.Count(row => row.Read("mail", ContactCells.Email).Problem is not null).ShouldBeLessThan(60);
    }
}
