using System.Net;
using Trame.Include.Accessibility;

namespace Trame.Tests.Include.Accessibility;

public sealed class DeclarationTests(SqliteSpace space) : IClassFixture<SqliteSpace>
{
    private const string Head = "## 1 Images / Images\n\n| Critère | Ce qu'il demande | What it asks | État | Date | Vu |\n|---|---|---|---|---|---|\n";

    [Fact]
    public async Task The_page_says_what_the_ledger_says()
    {
        var page = await space.Browse().Open("/accessibilite");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(60);
        page.Document.QuerySelectorAll("h3").Length.ShouldBe(13);
        page.Words.ShouldContain("04 70 00 00 00");
        page.Words.ShouldContain("Défenseur des droits");
    }

    [Fact]
    public async Task The_page_speaks_English_too()
    {
        var browser = space.Browse();
        await browser.Open("/langue/en");
        (await browser.Open("/accessibilite")).Words.ShouldContain("What no tool can check");
    }

    [Fact]
    public void A_line_is_read_whole()
    {
        var criterion = Ledger.Read(Head + "| 1.3 | Une image | An image | vérifié | 2026-11-22 | accueil |").Criteria.ShouldHaveSingleItem();
        criterion.ShouldBe(new Criterion("1.3", "Une image", "An image", CriterionState.Checked, new NodaTime.LocalDate(2026, 11, 22), "accueil"));
    }

    [Theory]
    [InlineData("| 1.3 | Une image | An image | vérifié | | |")]
    [InlineData("| 1.3 | Une image | An image | vérifié | 2026-11-22 | |")]
    [InlineData("| 1.3 | Une image | An image | presque | 2026-11-22 | accueil |")]
    [InlineData("| 1.3 | Une image | à faire | | |")]
    public void A_line_that_claims_without_saying_is_refused(string line) => Should.Throw<FormatException>(() => Ledger.Read(Head + line)).Message.ShouldContain(line);
}
