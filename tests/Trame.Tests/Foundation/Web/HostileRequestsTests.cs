using System.Net;
using AngleSharp.Html.Dom;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Registers.Places;

namespace Trame.Tests.Foundation.Web;

/// <summary>Whatever is typed in an address or a form, by a clumsy hand or a hostile one, gets an answer; never a page that broke.</summary>
public abstract class HostileRequestsTests(TestSpace space)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly string[] Queries =
        ["q", "nature", "type", "domaine", "public", "lien", "acces", "ouvert", "gratuit", "itinerant", "fraicheur", "commune", "organisation", "pres", "km", "minutes", "du", "au", "tri", "apres", "taille", "vue", "mois", "bbox", "zoom", "retour", "Cherche", "page", "avant"];

    private static readonly string[] Typed =
    [
        "", " ", "0", "-1", "1e308", "-1e309", "NaN", "99999999999999999999", "9999-12-31", "0000-00-00", "31/02/2026", "2026-03-29", "25:61", "02:30", "\0", "a\0b", "\uFFFE", "\uFFFF", "\uD800", "é\u0301\u202Egpj", "<script>alert(1)</script>",
        "'; DROP TABLE occasion; --", "../../../etc/passwd", "%00", "{0}{1}{9}", "=HYPERLINK(\"http://x\")", "Mo-Fr 25:00-99:00; week 99", "FREQ=SECONDLY;COUNT=99999999", "FREQ=DAILY;UNTIL=99991231", "RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2", "[{\"name\":null}]",
        "[[[[[[", "javascript:alert(1)", "https://user:pw@x.y/", "00000000-0000-0000-0000-000000000000", "yzeure", "%F0%9F", "🏳️‍🌈", new string('a', 300), new string('9', 5_000), string.Concat(Enumerable.Repeat("Mo 00:00-24:00;", 2_000)),
    ];

    private static readonly string[] Pages = ["/", "/occasions", "/occasions.csv", "/occasions.geojson", "/occasions.ics", "/occasions.atom", "/occasions/points.json", "/observatoire", "/observatoire/reperes", "/espaces", "/entrer", "/organisations", "/langue/fr", "/proposer/lieux", "/fiches", "/aide"];

    [Fact]
    public void Any_search_is_answered()
    {
        var browser = space.Browse();
        var value = Gen.OneOf(Gen.Elements(Typed), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));
        var link = (from names in Gen.Elements(Queries).ListOf(4) from values in value.ListOf(4) from page in Gen.Elements(Pages) select (page, query: names.Zip(values).ToList())).ToArbitrary();
        Prop.ForAll(link, asked =>
        {
            var url = $"{asked.page}?{string.Join('&', asked.query.Select(p => $"{p.First}={Uri.EscapeDataString(p.Second)}"))}";
            if (url.Length > 7_000) return; // longer than a browser sends; the server itself says 414
            var status = (int)browser.Open(url).GetAwaiter().GetResult().Status;
            (status is >= 200 and < 500).ShouldBeTrue($"{status} {url}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Theory]
    [InlineData("/organisations?apres=a%00b")]
    [InlineData("/organisations?q=%00")]
    [InlineData("/espaces?Cherche=%00")]
    [InlineData("/occasions?commune=%00&apres=%00")]
    public async Task A_NUL_in_an_address_is_answered_as_if_it_were_not_there(string url) => (await space.Browse().Open(url)).Status.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("?")]
    [InlineData("!!! …")]
    [InlineData("-jardin")]
    [InlineData("\"\"")]
    [InlineData("\uFFFD")]
    public async Task A_search_of_marks_alone_is_answered_in_every_order(string words)
    {
        foreach (var order in (string[])["", "&tri=pertinence", "&tri=nom", "&tri=recent", "&tri=prochain&nature=moment", "&tri=proche&pres=yzeure"])
            (await space.Browse().Open($"/occasions?q={Uri.EscapeDataString(words)}{order}")).Status.ShouldBe(HttpStatusCode.OK, order);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("/%00")]
    [InlineData("/lieux/%FF%FE")]
    [InlineData("/lieux/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    [InlineData("/lib/..%5c..%5cappsettings.json")]
    [InlineData("/e/..%2F..%2F/")]
    [InlineData("/e/")]
    [InlineData("/e//")]
    [InlineData("/etat/999999999999")]
    [InlineData("/territoires/%ED%A0%80")]
    [InlineData("/aide/..%2F..%2FREADME")]
    [InlineData("/propositions/%2e%2e")]
    [InlineData("/entree/%00")]
    public async Task An_odd_address_is_not_found_and_shows_no_file(string path)
    {
        var answer = await space.Browse().Http.GetAsync(space.Address + (path[0] == '/' ? path : "/" + path), Stop);
        ((int)answer.StatusCode).ShouldBeInRange(200, 499);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldNotContain("LogLevel");
    }

    [Theory]
    [InlineData(null, "/entrer", "/proposer/lieux", "/proposer/moments", "/proposer/projets", "/lieux/cible/corriger")]
    [InlineData("resident", "/moi/nom", "/moi/entrees", "/moi/carte", "/moi/donnees", "/proposer/lieux")]
    [InlineData("coordinator", "/reglages", "/reglages/inviter", "/bureau/ajouter/lieux", "/bureau/ajouter/moments", "/organisations/ajouter", "/lieux/cible/decrire", "/lieux/cible/etat", "/lieux/cible/sources", "/espaces?Cherche=moulins", "/bureau", "/bureau/fusionner")]
    public async Task Any_form_is_answered_whatever_is_typed_in_it(string? role, params string[] pages)
    {
        await Target();
        var browser = role is null ? space.Browse() : await space.BrowseAs(Enum.Parse<Role>(role, ignoreCase: true));
        foreach (var url in pages)
        {
            var page = await browser.Open(url);
            var forms = page.Document.Forms.Where(f => f.Method == "post").Select(f => (Action: f.GetAttribute("action"), Names: f.Elements.Select(e => e.GetAttribute("name")).OfType<string>().Where(n => n.Length > 0 && n != "jeton").Distinct().ToList()))
                .Where(f => f.Action?.EndsWith("/sortir", StringComparison.Ordinal) != true).DistinctBy(f => $"{f.Action?.Split('/')[^1]} {string.Join(' ', f.Names)}"); // one of a list of forms alike
            foreach (var (action, names) in forms)
            {
                for (var n = 0; n < Typed.Length; n += 5) // every field another value, and each value in some field
                {
                    var answer = await page.SendTo(action ?? "", [.. names.Select((name, i) => (name, Typed[(n + i) % Typed.Length]))]);
                    ((int)answer.Status).ShouldBeInRange(200, 499, $"{url} {action} with {n}: {answer.Words}");
                    if (answer.Status != HttpStatusCode.UnprocessableEntity) page = await browser.Open(url); // something was taken: the page may be another now
                }
            }
        }
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_a_forged_one_is_refused_and_nothing_is_written()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var before = await space.Read(db => db.Set<Occasion>().CountAsync());
        var page = await browser.Open("/bureau/ajouter/lieux");
        KeyValuePair<string, string>[] said = [new("name", "Sans jeton"), new("territory", "Yzeure"), new("Source", "moi")];
        foreach (var token in (string?[])[null, "", "faux", page.ValueOf("jeton")[..^4] + "AAAA", (await space.Browse().Open("/proposer/lieux")).ValueOf("jeton")])
        {
            using var answer = await browser.Http.PostAsync("/bureau/ajouter/lieux", new FormUrlEncodedContent(token is null ? said : [.. said, new("jeton", token)]), Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, token);
        }

        (await space.Read(db => db.Set<Occasion>().CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task A_form_of_many_megabytes_or_many_thousand_fields_is_refused_in_plain_words()
    {
        var browser = space.Browse();
        var token = (await browser.Open("/proposer/lieux")).ValueOf("jeton");
        foreach (var said in (IEnumerable<KeyValuePair<string, string>>[])[[new("name", new string('a', 6 << 20))], Enumerable.Range(0, 3_000).Select(n => KeyValuePair.Create($"champ{n}", "x"))])
        {
            using var answer = await browser.Http.PostAsync("/proposer/lieux", new FormUrlEncodedContent(said.Append(new("jeton", token))), Stop);
            ((int)answer.StatusCode).ShouldBeInRange(400, 499);
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("<h1");
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldNotContain("existe pas"); // the page is there: it is the form that could not be read
        }
    }

    [Theory]
    [InlineData("\u200b\u200b")]
    [InlineData("\u3164")]
    [InlineData("\u2800 \u00ad\u0301")]
    public async Task A_name_of_which_nothing_is_seen_is_no_name(string name)
    {
        var answer = await (await space.Browse().Open("/proposer/lieux")).Send(("name", name), ("territory", "Yzeure"), ("Source", "moi"));
        ((int)answer.Status).ShouldBe(422);
        (await (await space.BrowseAs(Role.Coordinator)).Open("/reglages")).Document.Forms.Length.ShouldBeGreaterThan(0);
        ((int)(await (await (await space.BrowseAs(Role.Coordinator)).Open("/reglages")).Send(("Name", name))).Status).ShouldBe(422);
    }

    [Fact]
    public async Task Odd_characters_never_reach_a_feed_a_calendar_or_a_table()
    {
        var form = await (await space.BrowseAs(Role.Coordinator)).Open("/bureau/ajouter/lieux");
        (await form.Send(("name", "=1+1\uFFFF\u0001 <b>étrange</b>\u202E"), ("territory", "Yzeure"), ("Source", "\uFFFE moi & <toi>"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var browser = space.Browse();
        var feed = System.Xml.Linq.XDocument.Parse((await browser.Open("/occasions.atom?q=etrange")).Text);
        feed.Descendants().ShouldContain(e => e.Value == "=1+1 <b>étrange</b>");
        (await browser.Open("/occasions.csv?q=etrange")).Text.ShouldContain("'=1+1 <b>étrange</b>");
        System.Text.Json.JsonDocument.Parse((await browser.Open("/occasions.geojson?q=etrange")).Text).RootElement.GetProperty("features")[0].GetProperty("properties").GetProperty("nom").GetString().ShouldBe("=1+1 <b>étrange</b>");
        (await browser.Open("/occasions?q=etrange")).Document.QuerySelectorAll("b").ShouldAllBe(b => b.TextContent != "étrange");
    }

    private async Task Target() => await space.Act(async db =>
    {
        if (await db.Set<Occasion>().AnyAsync(o => o.Slug == "cible")) return;
        db.Add(new Place("Cible", "cible", space.CommuneId, "essai", db.Now));
        (await db.Save(default)).Accepted.ShouldBeTrue();
    });
}

public sealed class HostileRequestsOnSqlite(SqliteSpace space) : HostileRequestsTests(space), IClassFixture<SqliteSpace>;

public sealed class HostileRequestsOnPostgres(PostgresSpace space) : HostileRequestsTests(space), IClassFixture<PostgresSpace>;
