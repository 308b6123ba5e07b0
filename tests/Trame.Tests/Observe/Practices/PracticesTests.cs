using System.Net;
using System.Text.Json;
using Trame.Observe.Indicators;
using Trame.Observe.Practices;

namespace Trame.Tests.Observe.Practices;

public abstract class PracticesTests(TestSpace space)
{
    private static readonly PracticeList Shipped = PracticeList.Shipped();

    [Fact] public void Each_has_a_name_in_both_languages_a_theme_and_a_document()
    {
        Shipped.Initiatives.Select(p => p.Key).ShouldBeUnique();
        var documents = ReferenceValues.Shipped().Documents;
        foreach (var practice in Shipped.Initiatives)
        {
            practice.Name.Fr.ShouldNotBeNullOrWhiteSpace(practice.Key);
            practice.Name.En.ShouldNotBeNullOrWhiteSpace(practice.Key);
            Shipped.Themes.ShouldContain(t => t.Key == practice.Theme, practice.Key);
            documents.ShouldContain(d => d.Key == practice.Document, practice.Key);
        }
    }

    [Fact] public void No_outcome_is_told_because_the_file_has_no_place_for_one()
    {
        var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "initiatives.json")));
        foreach (var practice in file.RootElement.GetProperty("initiatives").EnumerateArray())
            practice.EnumerateObject().Select(p => p.Name).ShouldBe(["key", "name", "place", "country", "theme", "document"]);
    }

    [Fact] public async Task Every_card_says_that_it_is_not_documented()
    {
        var page = await space.Browse().Open("/fiches");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var cards = page.Document.QuerySelectorAll("li.card");
        cards.Length.ShouldBe(Shipped.Initiatives.Count);
        cards.ShouldAllBe(c => c.TextContent.Contains("Citée par la source, non documentée"));
    }

    [Fact] public async Task Searched_by_word_and_by_theme()
    {
        var page = await space.Browse().Open("/fiches?q=cantine&theme=alimentation");
        page.Document.QuerySelectorAll("li.card").Select(c => c.Id).ShouldBe(["petites-cantines"]);
        (await space.Browse().Open("/fiches?q=zzz")).Words.ShouldContain("Aucune initiative ne correspond");
    }
}

public sealed class PracticesOnSqlite(SqliteSpace space) : PracticesTests(space), IClassFixture<SqliteSpace>;
