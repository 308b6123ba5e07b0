using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Act.Moments;
using Trame.Registers.Occasions;
using Trame.Registers.Places;
using Trame.Registers.Territories;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Observe.Occasions;

public abstract class OccasionPagesTests(TestSpace space)
{
    private const string Script = "<script>alert(1)</script>";
    private static readonly Instant Said = Instant.FromUtc(2026, 11, 1, 8, 0);

    [Theory]
    [InlineData("/occasions")]
    [InlineData("/occasions?vue=carte")]
    [InlineData("/occasions?vue=tableau&tri=prochain")]
    [InlineData("/occasions?vue=calendrier&mois=2026-12")]
    [InlineData("/occasions?q=jardin&gratuit=oui&ouvert=dimanche&acces=step-free&pres=lurcy&km=20")]
    [InlineData("/occasions?q=motquinexistepas")]
    public async Task Every_view_has_one_title_one_search_and_no_missing_word(string url)
    {
        await Seeded();
        var page = await space.Browse().Open(url);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.Document.QuerySelectorAll("form[role=search]").Length.ShouldBe(1);
        page.Words.ShouldNotContain("[find.");
        page.Words.ShouldNotContain("[occasions.");
        var ids = page.Document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        ids.ShouldBeUnique();
    }

    [Fact] public async Task A_page_of_results_costs_at_most_eight_statements()
    {
        await Seeded();
        var browser = space.Browse();
        await browser.Open("/occasions");
        var count = await StatementCount.OfDatabase(await space.Read(db => Task.FromResult(db.Database.GetConnectionString()!)), () => browser.Open("/occasions?q=jardin&commune=lurcy&pres=lurcy&km=30&ouvert=maintenant&domaine=culture"));
        count.ShouldBeInRange(2, 8);
    }

    [Fact] public async Task Pages_follow_each_other_and_chips_take_filters_off()
    {
        await Seeded();
        var browser = space.Browse();
        var first = await browser.Open("/occasions?taille=10&nature=lieu");
        var names = Names(first);
        names.Count.ShouldBe(10);
        var second = await browser.Open(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Names(second).Intersect(names).ShouldBeEmpty();
        Names(await browser.Open(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)).ShouldBe(names);
        first.Document.QuerySelector("a.chip")!.GetAttribute("href").ShouldBe("/occasions?taille=10");
    }

    [Theory]
    [InlineData("apres=%00%00%00")]
    [InlineData("q=%22%27%29%3B%20DROP%20TABLE%20occasion%3B--%20NEAR%28a%20b%29%20%2A%20AND%20NOT%20OR%20%5E%20%7Ba%7D%3A")]
    [InlineData("nature=%3Cscript%3E&domaine=%27&public=;&pres=NaN,NaN&km=-1&minutes=1e99&tri=%00&vue=..%2F&mois=0000-99")]
    [InlineData("du=9999-12-31&au=0001-01-01")]
    public async Task Hostile_links_are_answered_not_obeyed(string link)
    {
        await Seeded();
        foreach (var path in (string[])["/occasions", "/occasions.csv", "/occasions.atom", "/occasions/points.json"])
            (await space.Browse().Open($"{path}?{link}")).Status.ShouldBe(HttpStatusCode.OK, path);
        (await space.Browse().Open($"/occasions?q={new string('a', 5_000)}&commune={new string('b', 2_000)}")).Status.ShouldBe(HttpStatusCode.OK);
        (await space.Read(db => db.Set<Occasion>().CountAsync())).ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("\"", true)]
    [InlineData("😀", true)]
    [InlineData("jardin", false)]
    public async Task A_search_of_signs_says_that_no_word_was_understood(string typed, bool told)
    {
        await Seeded();
        var page = await space.Browse().Open($"/occasions?q={Uri.EscapeDataString(typed)}");
        page.Words.Contains("aucun mot n’a été compris", StringComparison.Ordinal).ShouldBe(told);
    }

    [Theory]
    [InlineData("/occasions.ics")]
    [InlineData("/occasions.atom")]
    [InlineData("/occasions.geojson")]
    [InlineData("/occasions.csv")]
    [InlineData("/occasions")]
    public async Task Asking_for_the_head_alone_is_answered_like_asking_for_all(string path)
    {
        await Seeded();
        using var client = new HttpClient { BaseAddress = new Uri(space.Address) };
        using var all = await client.GetAsync(path, TestContext.Current.CancellationToken);
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), TestContext.Current.CancellationToken);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentType.ShouldBe(all.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact] public async Task What_is_to_confirm_is_one_number_everywhere()
    {
        await Seeded();
        var home = (await space.Browse().Open("/")).Document.QuerySelector("#verifier .quiet")!.TextContent;
        var list = (await space.Browse().Open("/occasions?fraicheur=ancien")).Document.QuerySelector(".found")!.TextContent;
        var said = System.Text.RegularExpressions.Regex.Match(home, "\\d+").Value;
        said.ShouldNotBe("0");
        System.Text.RegularExpressions.Regex.Match(list, "\\d+").Value.ShouldBe(said);
        (await space.Read(db => new DeskQueue(db).Of("stale", Trame.Foundation.Spaces.SpaceCalendar.Of(new Trame.Foundation.Spaces.SpaceSettings()).StartOf(new LocalDate(2025, 11, 20))).CountAsync())).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(said);
    }

    [Fact] public async Task A_form_that_names_no_act_changes_nothing_and_leads_back()
    {
        await Kept(new Place("Salle sans acte", "salle-sans-acte", space.CommuneId, "essai", Said));
        var form = await space.Browse().Open("/lieux/salle-sans-acte/etat");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(space.Address) };
        using var page = await client.GetAsync("/lieux/salle-sans-acte/etat", TestContext.Current.CancellationToken);
        var token = System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "name=\"([^\"]*)\" type=\"hidden\" value=\"([^\"]*)\"");
        using var answer = await client.PostAsync("/lieux/salle-sans-acte/etat", new FormUrlEncodedContent([new(token.Groups[1].Value, token.Groups[2].Value)]), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        form.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact] public async Task A_name_is_never_a_script()
    {
        await Kept(new Place($"Salle {Script}", "salle-script", space.CommuneId, "essai", Said), ("summary", Script), ("description", $"{Script} [x](javascript:alert(1))"), ("address", Script), ("phone", "04 70 00 00 01"));
        foreach (var url in (string[])["/occasions?q=salle", "/occasions?q=salle&vue=tableau", "/lieux/salle-script", "/lieux/salle-script/affiche"])
        {
            var page = await space.Browse().Open(url);
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.Text.ShouldNotContain(Script);
            page.Document.QuerySelectorAll("a[href^=javascript]").ShouldBeEmpty();
        }
    }

    [Fact] public async Task The_page_of_a_place_answers_what_people_ask()
    {
        await Kept(new Place("Épicerie des Cèdres", "epicerie-des-cedres", space.CommuneId, "mairie", Said), ("hours", "Mo-Fr 09:00-12:00; Su off"), ("phone", "04 70 12 34 56"), ("cost", "free"),
            ("nearest-stop", "Cèdres"), ("access", "step-free"), ("address", "2 rue des Cèdres"), ("latitude", "46.56"), ("longitude", "3.35"));
        await space.Act(async db =>
        {
            var place = await db.Set<Occasion>().FirstAsync(o => o.Slug == "epicerie-des-cedres");
            place.Hear(OccasionField.Named("phone"), "04 70 99 99 99", "data-inclusion", Said).Accepted.ShouldBeTrue();
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        var page = await space.Browse().Open("/lieux/epicerie-des-cedres");
        page.Title.ShouldBe("Épicerie des Cèdres");
        page.Document.QuerySelector(".occasion-when")!.TextContent.ShouldContain("jusqu’à 12"); // Friday, 9:30
        page.Document.QuerySelector("a[href='tel:0470123456']").ShouldNotBeNull();
        page.Document.QuerySelector(".week-hours__today th")!.TextContent.ShouldBe("vendredi");
        page.Document.QuerySelector("#desaccords")!.TextContent.ShouldContain("04 70 99 99 99");
        page.Words.ShouldContain("Gratuit");
        page.Words.ShouldNotContain("[find.");
        using var about = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        about.RootElement.GetProperty("@type").GetString().ShouldBe("Place");
        var poster = await space.Browse().Open("/lieux/epicerie-des-cedres/affiche?format=a5");
        poster.Document.QuerySelector(".poster--a5 .poster__code svg").ShouldNotBeNull();
    }

    [Fact] public async Task A_merged_page_sends_to_the_one_that_stays_and_a_closed_one_says_why()
    {
        var stays = new Place("Halle", "halle", space.CommuneId, "essai", Said);
        var gone = new Place("La halle", "la-halle", space.CommuneId, "essai", Said);
        var closed = new Place("Cinéma", "cinema", space.CommuneId, "essai", Said);
        closed.Close("L’association s’est arrêtée.", Said).Accepted.ShouldBeTrue();
        stays.Absorb(gone, Said).Accepted.ShouldBeTrue();
        await space.Act(async db =>
        {
            db.AddRange(stays, gone, closed);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        var answer = await space.Browse().Open("/lieux/la-halle");
        answer.Status.ShouldBe(HttpStatusCode.Redirect); // not for ever: a merge can be undone
        answer.Location.ShouldBe("/lieux/halle");
        (await space.Browse().Open("/lieux/cinema")).Words.ShouldContain("L’association s’est arrêtée.");
        (await space.Browse().Open("/lieux/nulle-part")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact] public async Task The_calendar_of_one_moment_follows_what_became_of_it()
    {
        var (stays, gone, paused) = (new Moment("Loto", "loto", space.CommuneId, "essai", Said), new Moment("Le loto", "le-loto", space.CommuneId, "essai", Said), new Moment("Tarot", "tarot", space.CommuneId, "essai", Said));
        foreach (var moment in (Moment[])[stays, gone, paused]) moment.StartsOn = new LocalDate(2026, 12, 6);
        stays.Absorb(gone, Said).Accepted.ShouldBeTrue();
        paused.Pause("La salle est en travaux.", Said).Accepted.ShouldBeTrue();
        await space.Act(async db =>
        {
            db.AddRange(stays, gone, paused);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        var browser = space.Browse();
        (await browser.Open("/moments/loto.ics")).Text.ShouldContain("STATUS:CONFIRMED");
        (await browser.Open("/moments/le-loto.ics")).Text.ShouldContain("SUMMARY:Loto");
        (await browser.Open("/moments/tarot.ics")).Text.ShouldContain("STATUS:CANCELLED");
        (await browser.Open("/moments/nulle-part.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact] public async Task Any_result_leaves_as_a_file()
    {
        await Seeded();
        await Kept(new Moment("Chorale du jeudi", "chorale-du-jeudi", space.CommuneId, "essai", Said), ("starts-on", "2026-11-19"), ("starts-at", "18:00"), ("duration", "90"), ("recurrence", "FREQ=WEEKLY;BYDAY=TH"));
        var browser = space.Browse();
        var csv = (await browser.Open("/occasions.csv?nature=moment")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        csv.Length.ShouldBeGreaterThan(20);
        csv[0].ShouldContain("nature");
        using var features = JsonDocument.Parse((await browser.Open("/occasions.geojson?nature=moment")).Text);
        features.RootElement.GetProperty("features").GetArrayLength().ShouldBe(csv.Length - 1);
        var calendar = (await browser.Open("/occasions.ics?q=chorale")).Text;
        calendar.ShouldContain("RRULE:FREQ=WEEKLY;BYDAY=TH");
        (await browser.Open("/moments/chorale-du-jeudi.ics")).Text.ShouldContain("SUMMARY:Chorale du jeudi");
        var atom = await browser.Open("/occasions.atom?q=chorale");
        XDocument.Parse(atom.Text).Root!.Elements().Count(e => e.Name.LocalName == "entry").ShouldBe(1);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/occasions.atom?q=chorale");
        again.Headers.TryAddWithoutValidation("If-None-Match", atom.Response.Headers.ETag!.ToString());
        (await browser.Http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/occasions.csv?nature=lieu")]
    [InlineData("/occasions.geojson?nature=lieu")]
    [InlineData("/occasions.ics")]
    public async Task A_file_that_one_has_already_is_not_sent_again_until_the_register_changes(string file)
    {
        await Kept(new Place("Halle du marché", $"halle-{Guid.NewGuid():N}", space.CommuneId, "essai", Said));
        var browser = space.Browse();
        var mark = (await browser.Open(file)).Response.Headers.ETag!.ToString();
        (await Again(browser, file, mark)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await Again(browser, file, $"\"autre\", {mark}")).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await Again(browser, $"{file}{(file.Contains('?') ? '&' : '?')}gratuit=oui", mark)).StatusCode.ShouldBe(HttpStatusCode.OK, "another search is another file");
        await Kept(new Place("Halle aux grains", $"halle-{Guid.NewGuid():N}", space.CommuneId, "essai", Said.Plus(Duration.FromDays(1))));
        (await Again(browser, file, mark)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.Open("/occasions.csv?ouvert=maintenant")).Response.Headers.ETag.ShouldBeNull("what is open now changes by itself");
    }

    [Fact] public async Task The_map_gathers_points_and_says_which_limits_are_guessed()
    {
        await Seeded();
        var browser = space.Browse();
        using var far = JsonDocument.Parse((await browser.Open("/occasions/points.json?bbox=-5,41,10,52&zoom=5")).Text);
        using var near = JsonDocument.Parse((await browser.Open("/occasions/points.json?bbox=-5,41,10,52&zoom=18")).Text);
        near.RootElement.GetArrayLength().ShouldBeGreaterThan(far.RootElement.GetArrayLength());
        near.RootElement.EnumerateArray().Sum(c => c.GetProperty("count").GetInt32()).ShouldBe(far.RootElement.EnumerateArray().Sum(c => c.GetProperty("count").GetInt32()));
        using var contours = JsonDocument.Parse((await browser.Open("/occasions/contours.geojson")).Text);
        contours.RootElement.GetProperty("features").EnumerateArray().ShouldAllBe(f => f.GetProperty("properties").GetProperty("approximatif").GetBoolean());
    }

    private static async Task<HttpResponseMessage> Again(Browser browser, string file, string mark)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, file);
        request.Headers.TryAddWithoutValidation("If-None-Match", mark);
        return await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static List<string> Names(Answer page) => [.. page.Document.QuerySelectorAll("#liste h2 a").Select(a => a.TextContent)];

    private async Task Seeded()
    {
        if (!await space.Read(db => db.Set<Territory>().AnyAsync(t => t.Slug == "lurcy"))) await SeededOccasions.In(space, 7, 200);
    }

    private async Task Kept(Occasion occasion, params (string Field, string Value)[] said)
    {
        foreach (var (field, value) in said) occasion.Describe(OccasionField.Named(field), value, occasion.Source, Said).Refusals.ShouldBeEmpty();
        await space.Act(async db =>
        {
            db.Add(occasion);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
    }
}

public sealed class OccasionPagesOnSqlite(SqliteSpace space) : OccasionPagesTests(space), IClassFixture<SqliteSpace>;

public sealed class OccasionPagesOnPostgres(PostgresSpace space) : OccasionPagesTests(space), IClassFixture<PostgresSpace>;
