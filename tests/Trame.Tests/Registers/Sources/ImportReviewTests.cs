using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Registers.Places;
using Trame.Registers.Sources;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Registers.Sources;

/// <summary>A list of places given on the page: understood, corrected, reviewed, applied, taken back, applied again. Without JavaScript.</summary>
public abstract class ImportReviewTests(TestSpace space)
{
    [Fact]
    public async Task Runs_on_the_database_it_names() => (await space.ProviderInUse()).ShouldBe(space.Provider);

    [Fact]
    public async Task Only_a_coordinator_brings_a_list_in()
    {
        (await space.Browse().Open("/donnees/importer")).Status.ShouldBe(HttpStatusCode.Redirect);
        var agent = await space.BrowseAs(Role.CounterAgent);
        (await agent.Open("/donnees/importer")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.Open($"/donnees/importer/{Guid.CreateVersion7()}/refus.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await space.BrowseAs(Role.Coordinator)).Open($"/donnees/importer/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_list_is_refused_beside_its_question()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        (await Give(browser, "vide.csv", "")).RefusalOf("Given").ShouldContain("fichier");
        (await Give(browser, "image.csv", "\u0089PNG\r\n\u001A\n\0\0\0\0")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_list_is_reviewed_applied_undone_and_applied_again()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var name = $"Atelier {Guid.CreateVersion7():N}";
        var csv = $"ref;lieu;ville;tel;adresse\n{name}-1;{name};Yzeure;04 70 00 00 01;1 rue Basse\n{name}-2;{name} bis;Yzeure;appelez;2 rue Basse\n{name}-3;Ailleurs;Paris;;\n";
        var columns = await (await Give(browser, $"{name}.csv", csv)).Follow();
        columns.Words.ShouldContain("4 colonnes", Case.Insensitive); // « ref » is left out: nobody uses that name
        columns.ValueOf("Source").ShouldBe(name);

        // One correction: the first column identifies the rows. What was understood of the others stays.
        var review = await (await SendFields(columns, "id")).Follow();
        review.Words.ShouldContain("Rien n’est encore entré");
        Figure(review, "Nouveaux").ShouldBe(1);
        Figure(review, "Refusés").ShouldBe(2, "a wrong telephone, and a commune that nobody knows here");
        (await Count(name)).ShouldBe(0);
        var refused = await (await browser.Http.GetAsync($"{review.Url.Split('?')[0].Replace("/revue", "", StringComparison.Ordinal)}/refus.csv", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        refused.ShouldContain($"{name} bis");
        refused.ShouldContain("appelez");
        refused.ShouldContain("téléphone", Case.Insensitive);

        var applied = await (await review.SendTo("handler=Apply")).Follow();
        applied.Words.ShouldContain("Entré dans le registre");
        (await Count(name)).ShouldBe(1);
        var again = await (await applied.SendTo("handler=Again")).Follow();
        Figure(again, "Inchangés").ShouldBe(1);
        Figure(again, "Nouveaux").ShouldBe(0);
        again.Url.ShouldNotBe(applied.Url, "what is applied stays as it was, to be undone");
        await (await browser.Open(applied.Url)).SendTo("handler=Undo");
        (await Count(name)).ShouldBe(0);
    }

    [Fact]
    public async Task Undoing_closes_what_came_and_unsays_what_was_said_and_the_same_list_brings_it_back()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var name = $"Salle {Guid.CreateVersion7():N}";
        var before = await Place($"{name} ancienne", p => p.Describe(OccasionField.Named("phone"), "04 70 11 11 11", "mairie", p.CreatedAt));
        var csv = $"id;nom;commune;telephone;courriel\nu1{name};{name} neuve;Yzeure;04 70 00 00 01;\nu2{name};{name} ancienne;Yzeure;04 70 22 22 22;a@exemple.fr\n";
        var review = await Reviewed(browser, $"{name}.csv", csv);
        Figure(review, "Changés").ShouldBe(1);
        var applied = await (await review.SendTo("handler=Apply")).Follow();
        var said = await Read(before.Id);
        said.Phone.ShouldBe("04 70 11 11 11", "another source's word is never overwritten");
        said.Disagreements(OccasionField.Named("phone")).ShouldHaveSingleItem().Value.ShouldBe("04 70 22 22 22");
        said.Email.ShouldBe("a@exemple.fr");

        var undone = await (await applied.SendTo("handler=Undo")).Follow();
        undone.Words.ShouldContain("Repris le");
        var unsaid = await Read(before.Id);
        (unsaid.Phone, unsaid.Email, unsaid.Codes.Count).ShouldBe(("04 70 11 11 11", "", 0));
        unsaid.Sources.Select(s => (s.Field, s.Source, s.Value, s.Shown)).ShouldBe(before.Sources.Select(s => (s.Field, s.Source, s.Value, s.Shown)));
        (await Named($"{name} neuve")).Status.ShouldBe(OccasionStatus.Closed);

        var twice = await (await (await (await undone.SendTo("handler=Again")).Follow()).SendTo("handler=Apply")).Follow();
        twice.Words.ShouldContain("Entré dans le registre");
        (await Named($"{name} neuve")).Status.ShouldBe(OccasionStatus.Open);
        (await Read(before.Id)).Email.ShouldBe("a@exemple.fr");
    }

    [Fact]
    public async Task What_somebody_said_since_is_kept_when_an_import_is_undone()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var name = $"Halle {Guid.CreateVersion7():N}";
        var old = await Place($"{name} ancienne", _ => Outcome.Done);
        var applied = await (await (await Reviewed(browser, $"{name}.csv", $"id;nom;commune;telephone;courriel\nk1{name};{name} neuve;Yzeure;04 70 00 00 01;\nk2{name};{name} ancienne;Yzeure;04 70 22 22 22;a@exemple.fr\n")).SendTo("handler=Apply")).Follow();
        await space.Act(async db =>
        {
            foreach (var place in await db.Set<Place>().Where(p => p.Name.StartsWith(name)).ToListAsync()) place.Describe(OccasionField.Named("phone"), "04 70 99 99 99", "une voisine", db.Now).ThrowIfRefused();
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        var undone = await (await applied.SendTo("handler=Undo")).Follow();
        undone.Words.ShouldContain("1 laissées");
        (await Named($"{name} neuve")).Status.ShouldBe(OccasionStatus.Open);
        var kept = await Read(old.Id);
        (kept.Phone, kept.Email).ShouldBe(("04 70 99 99 99", ""));
        kept.Sources.ShouldNotContain(s => s.Value == "04 70 22 22 22");
    }

    [Fact]
    public async Task What_the_next_edition_no_longer_names_is_marked_and_comes_back_with_it()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var name = $"Café {Guid.CreateVersion7():N}";
        var both = $"id;nom;commune\nv1{name};{name} un;Yzeure\nv2{name};{name} deux;Yzeure\n";
        await (await Reviewed(browser, "cafes.csv", both, name)).SendTo("handler=Apply");
        var review = await Reviewed(browser, "cafes-2.csv", $"id;nom;commune\nv1{name};{name} un;Yzeure\n", name);
        Figure(review, "Disparus de la liste").ShouldBe(1);
        review.Words.ShouldContain($"{name} deux");
        var applied = await (await review.SendTo("handler=Apply")).Follow();
        (await Named($"{name} deux")).Status.ShouldBe(OccasionStatus.Open, "marked, never deleted");
        (await Vanished(name)).ShouldBe(1);
        (await space.Browse().Open($"/lieux/{(await Named($"{name} deux")).Slug}")).Words.ShouldContain($"{name} » ne nomme plus ce lieu");
        (await browser.Open("/bureau/fiches/vanished")).Words.ShouldContain($"{name} deux");
        (await browser.Open("/bureau")).Document.QuerySelector("a[href$='/bureau/fiches/vanished']").ShouldNotBeNull();
        (await (await space.BrowseAs(Role.CounterAgent)).Open("/bureau/fiches/vanished")).Status.ShouldBe(HttpStatusCode.NotFound);
        await applied.SendTo("handler=Undo");
        (await Vanished(name)).ShouldBe(0);
        await (await Reviewed(browser, "cafes-3.csv", $"id;nom;commune\nv1{name};{name} un;Yzeure\n", name)).SendTo("handler=Apply");
        (await Vanished(name)).ShouldBe(1);
        await (await Reviewed(browser, "cafes-4.csv", both, name)).SendTo("handler=Apply");
        (await Vanished(name)).ShouldBe(0);
    }

    [Fact]
    public async Task A_row_that_resembles_a_place_waits_for_somebody()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var word = $"Zéphyrin{Guid.CreateVersion7().ToString("N")[..6]}";
        var known = await Place($"Recyclerie du {word}", p => p.Describe(OccasionField.Named("phone"), "04 70 31 41 59", "mairie", p.CreatedAt).And(p.Describe(OccasionField.Named("address"), "12 rue des Lilas", "mairie", p.CreatedAt)));
        var review = await Reviewed(browser, $"{word}.csv", $"id;nom;commune;telephone;adresse\nr1{word};La Recyclerie {word};Yzeure;04 70 31 41 59;12 rue des lilas\n");
        Figure(review, "À rapprocher").ShouldBe(1);
        review.Words.ShouldContain("Est-ce le même lieu");
        var decided = await (await browser.Send(review, "handler=Decide")).Follow();
        Figure(decided, "À rapprocher").ShouldBe(0);
        Figure(decided, "Changés").ShouldBe(1);
        await decided.SendTo("handler=Apply");
        (await Read(known.Id)).Codes.Values.ShouldContain($"r1{word}");
    }

    [Fact]
    public async Task The_services_of_one_structure_are_one_place_that_offers_them_all()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var word = Register.Unique();
        string Service(string name, string publics) => $$"""{"source":"dora","structure_id":"dora--{{word}}","id":"dora--{{name}}{{word}}","nom":"{{name}} {{word}}","description":"Un service","thematiques":["numerique"],"publics":["{{publics}}"],"modes_accueil":["en-presentiel"],"frais":"gratuit","commune":"Yzeure","code_postal":"03400","adresse":"1 rue Basse"}""";
        var review = await Reviewed(browser, $"services-{word}.json", $"[{Service("Aide aux démarches", "seniors")},{Service("Initiation", "familles")}]");
        (Figure(review, "Nouveaux"), Figure(review, "Refusés")).ShouldBe((1, 0), review.Words);
        await review.SendTo("handler=Apply");
        var place = await Named($"Aide aux démarches {word}");
        place.Offers.Split('\n').ShouldBe([$"Aide aux démarches {word}", $"Initiation {word}"]);
        place.Audiences.ShouldBe(["seniors", "parents"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_acted_is_refused()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var review = await Reviewed(browser, "deux.csv", $"id;nom;commune\nw{Guid.CreateVersion7()};Deux mains;Yzeure\n");
        (await review.SendTo("handler=Apply")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await review.SendTo("handler=Apply")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_file_is_emptied_after_its_time_and_its_import_can_still_be_undone()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var name = $"Vieux {Guid.CreateVersion7():N}";
        var applied = await (await (await Reviewed(browser, $"{name}.csv", $"id;nom;commune;tel\nx{name};{name};Yzeure;\ny{name};{name} faux;Yzeure;appelez\n")).SendTo("handler=Apply")).Follow();
        await space.Act(async db =>
        {
            var purge = new ForgetImportFiles();
            (await purge.Handle(db, db.Now.Plus(NodaTime.Duration.FromDays(1)), dryRun: true, default)).ShouldBeGreaterThan(0);
            await purge.Handle(db, db.Now.Plus(NodaTime.Duration.FromDays(1)), dryRun: false, default);
        });
        (await browser.Open(applied.Url)).Words.ShouldNotContain($"{name} faux");
        (await (await browser.Open(applied.Url)).SendTo("handler=Undo")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Named(name)).Status.ShouldBe(OccasionStatus.Closed);
    }

    private async Task<Answer> Reviewed(Browser browser, string file, string csv, string? source = null)
    {
        var columns = await (await Give(browser, file, csv)).Follow();
        return await (await (source is null ? SendFields(columns) : SendFields(columns, null, source))).Follow();
    }

    // A browser sends every list of the page, each with what is chosen.
    internal static async Task<Answer> SendFields(Answer columns, string? first = null, string? source = null)
    {
        var typed = new List<(string, string)>();
        if (first is not null)
        {
            var chosen = columns.Document.QuerySelectorAll("select[name=Fields]").Cast<AngleSharp.Html.Dom.IHtmlSelectElement>().Select(s => s.Value ?? "").ToList();
            typed.AddRange([("Fields", first), .. chosen.Skip(1).Select(v => ("Fields", v))]);
        }

        if (source is not null) typed.Add(("Source", source));
        var answer = await columns.Send([.. typed]);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Words);
        return answer;
    }

    internal static async Task<Answer> Give(Browser browser, string name, string content)
    {
        var page = await browser.Open("/donnees/importer");
        var token = page.ValueOf("jeton");
        using var form = new MultipartFormDataContent { { new StringContent(token), "jeton" } };
        var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        form.Add(file, "Given", name);
        return await Answer.Of(browser, "/donnees/importer", await browser.Http.PostAsync("/donnees/importer", form, TestContext.Current.CancellationToken));
    }

    internal static int Figure(Answer page, string label) => page.Document.QuerySelectorAll(".key-figure").Where(f => f.QuerySelector(".key-figure__label")?.TextContent.Trim() == label)
        .Select(f => int.Parse(f.QuerySelector(".key-figure__value")!.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture)).Single();

    private async Task<Place> Place(string name, Func<Place, Outcome> say)
    {
        Place place = null!;
        await space.Act(async db =>
        {
            place = new Place(name, Trame.Foundation.Text.Slug.From(name), space.CommuneId, "mairie", db.Now);
            say(place).ThrowIfRefused();
            db.Add(place);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        return await Read(place.Id);
    }

    private Task<Place> Read(Guid id) => space.Read(db => db.Set<Place>().AsNoTracking().FirstAsync(p => p.Id == id));

    private Task<Place> Named(string name) => space.Read(db => db.Set<Place>().AsNoTracking().FirstAsync(p => p.Name == name));

    private Task<int> Count(string name) => space.Read(db => db.Set<Place>().CountAsync(p => p.Name.StartsWith(name) && p.Status == OccasionStatus.Open));

    private Task<int> Vanished(string source) => space.Read(db => db.Set<SourcePlace>().CountAsync(s => s.Source == source && s.VanishedAt != null));
}

public sealed class ImportReviewOnSqlite(SqliteSpace space) : ImportReviewTests(space), IClassFixture<SqliteSpace>;

public sealed class ImportReviewOnPostgres(PostgresSpace space) : ImportReviewTests(space), IClassFixture<PostgresSpace>;
