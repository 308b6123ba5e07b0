using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Observe.Indicators;
using Trame.Registers.People;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Tests.Observe.Home;

public abstract class TerritoryPageTests(TestSpace space)
{
    [Fact]
    public async Task Runs_on_the_database_it_names() => (await space.ProviderInUse()).ShouldBe(space.Provider);

    [Fact]
    public async Task The_home_page_answers_in_one_line_and_draws_its_map_with_its_table()
    {
        await HasPlace("Café des Cèdres");
        var page = await space.Browse().Open("/");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldContain("cette semaine");
        page.Document.QuerySelectorAll("svg.map path.map__area").Length.ShouldBe(await space.Read(db => db.Set<Territory>().CountAsync(t => t.Kind == TerritoryKind.Commune)));
        page.Document.QuerySelector("figure table")!.TextContent.ShouldContain("Yzeure");
    }

    [Fact]
    public async Task A_place_that_closes_is_no_longer_counted()
    {
        var id = await HasPlace("Salle du Pont");
        var before = await Open();
        await space.Act(async db =>
        {
            var place = await db.Set<Place>().SingleAsync(p => p.Id == id);
            place.Close("travaux", db.Now).Accepted.ShouldBeTrue();
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        (await Open()).ShouldBe(before - 1);
    }

    [Fact]
    public async Task Every_indicator_opens_its_definition_formula_source_and_gaps_and_gives_its_table()
    {
        foreach (var indicator in Indicator.All)
        {
            var page = await space.Browse().Open($"/observatoire/{indicator.Key}");
            page.Status.ShouldBe(HttpStatusCode.OK, indicator.Key);
            foreach (var part in (string[])["definition", "formula", "source", "gaps"])
                page.Words.ShouldContain(string.Join(' ', Trame.Foundation.Ui.Texts.In("fr", $"indicators.{indicator.Key}.{part}").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            (await space.Browse().Open($"/observatoire/{indicator.Key}.csv")).Text.ShouldContain("commune");
        }

        (await space.Browse().Open("/observatoire/nulle-part")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_handful_of_needs_is_never_shown_commune_by_commune()
    {
        await space.Act(async db =>
        {
            for (var i = 0; i < 3; i++)
                db.Add(new Fact(new FactKind("need.registered"), space.CommuneId, Channel.Phone, db.Now) { SubjectType = "need", SubjectId = Guid.CreateVersion7(), Count = 1 });
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        var csv = await space.Browse().Open("/observatoire/besoins-sans-reponse.csv");
        csv.Text.ShouldContain("masque");
        (await space.Browse().Open("/observatoire/besoins-sans-reponse")).Words.ShouldContain("masqué");
        (await space.Browse().Open("/")).Words.ShouldContain("moins de 11");
    }

    [Fact]
    public async Task English_says_the_same()
    {
        var browser = space.Browse();
        browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB"); // French first, whatever the browser is set to
        (await browser.Open("/")).Title.ShouldContain("cette semaine");
        (await browser.Open("/langue/en?retour=/")).Location.ShouldBe("/");
        (await browser.Open("/langue/en?retour=//mechant.example")).Location.ShouldBe("/");
        (await browser.Open("/")).Title.ShouldContain("this week");
    }

    [Fact]
    public async Task A_commune_far_from_everything_is_no_longer_so_once_a_place_opens_there()
    {
        // Two communes, twenty kilometres apart; everything stands in the first.
        var word = Trame.Tests.Registers.Occasions.Register.Unique();
        var far = new Territory(TerritoryKind.Commune, $"Loin {word}", $"loin-{word}", null);
        far.AddCode("insee", "03998");
        far.PlaceAt(46.75, 3.36, "essai");
        await space.Act(async db =>
        {
            db.Add(far);
            db.Add(new Place("Salle d’ici", $"ici-{word}", space.CommuneId, "essai", db.Now));
            (await db.Save(default)).ThrowIfRefused();
            var here = await db.Set<Place>().FirstAsync(p => p.Slug == $"ici-{word}");
            here.Describe(Trame.Registers.Occasions.OccasionField.Named("latitude"), "46.5661", "essai", db.Now).ThrowIfRefused();
            here.Describe(Trame.Registers.Occasions.OccasionField.Named("longitude"), "3.3544", "essai", db.Now).ThrowIfRefused();
            (await db.Save(default)).ThrowIfRefused();
        });
        (await Far()).ShouldContain(far.Name);
        await space.Act(async db =>
        {
            var there = new Place("Salle de là-bas", $"la-bas-{word}", far.Id, "essai", db.Now);
            there.Describe(Trame.Registers.Occasions.OccasionField.Named("latitude"), "46.75", "essai", db.Now).ThrowIfRefused();
            there.Describe(Trame.Registers.Occasions.OccasionField.Named("longitude"), "3.36", "essai", db.Now).ThrowIfRefused();
            db.Add(there);
            (await db.Save(default)).ThrowIfRefused();
        });
        (await Far()).ShouldNotContain(far.Name);
        await space.Act(async db =>
        {
            (await db.Set<Place>().FirstAsync(p => p.Slug == $"la-bas-{word}")).Close("vendue", db.Now).ThrowIfRefused();
            (await db.Save(default)).ThrowIfRefused();
        });
        (await Far()).ShouldContain(far.Name, "and it is again once that place closes");
    }

    // The table of the indicator: communes at some distance from the nearest open place.
    private async Task<List<string>> Far()
    {
        var csv = (await space.Browse().Open("/observatoire/communes-loin-de-tout.csv")).Text;
        csv.ShouldContain("commune");
        return [.. csv.Split('\n').Select(l => l.Split(';')).Where(c => c.Length > 2 && double.TryParse(c[2].Trim('"'), System.Globalization.CultureInfo.InvariantCulture, out var far) && far > 0).Select(c => c[1].Trim('"'))];
    }

    private async Task<int> Open()
    {
        var page = await space.Browse().Open("/");
        return int.Parse(page.Document.QuerySelector(".key-figure__value")!.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<Guid> HasPlace(string name)
    {
        var id = Guid.CreateVersion7();
        await space.Act(async db =>
        {
            db.Add(new Place(name, $"{id:N}", space.CommuneId, "essai", db.Now) { Id = id });
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        return id;
    }
}

public sealed class TerritoryPageOnSqlite(SqliteSpace space) : TerritoryPageTests(space), IClassFixture<SqliteSpace>;

public sealed class TerritoryPageOnPostgres(PostgresSpace space) : TerritoryPageTests(space), IClassFixture<PostgresSpace>;
