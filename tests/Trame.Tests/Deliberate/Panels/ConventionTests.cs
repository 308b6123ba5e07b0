using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Deliberate.Debates;
using Trame.Deliberate.Panels;
using Trame.Engines.Sortition;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Deliberate.Panels;

public abstract class ConventionTests(TestSpace space)
{
    private static readonly Actor Coordinator = Register.As("coordinator");
    private static readonly string[] Ages = ["16-24 ans", "25-59 ans", "60 ans et plus"];

    private static readonly ConventionFrame Whole = new("Où passe la rue aux écoles ?", "Le conseil municipal", "Chaque recommandation a sa réponse", 6, 4, 40, "Habiter ici", new(2026, 12, 10), new(2026, 12, 12), "Salle des fêtes", "six dés lancés dans la salle", 8_000, "",
        [new("âge", Ages[0], 1, 2), new("âge", Ages[1], 2, 3), new("âge", Ages[2], 1, 3), new("secteur", "nord", 2, 4), new("secteur", "sud", 2, 4)]);

    [Fact]
    public async Task From_the_list_to_the_answer_and_nothing_of_anybody_is_left()
    {
        // One journey, through pages where a person would click.
        var name = $"Convention {Register.Unique()}";
        var coordinator = await space.BrowseAs(Role.Coordinator);
        var page = await (await (await coordinator.Open("/conventions")).Send(("Name", name), ("Commune", "yzeure"))).Follow();
        page = await (await page.Send(("Seats", "6"), ("Letters", "8"), ("Values", "âge ; 16-24 ans ; 7 ; 9"))).Follow();
        page.Words.ShouldContain("les minimums font 7");
        page.Words.ShouldContain("Un nombre de lettres");
        var path = page.Url;
        var frame = await coordinator.Open($"{path}/cadre");
        (await frame.Send(("Values", "âge ; 16-24 ans ; deux ; 3\nâge ; 16-24 ans"))).RefusalOf("Values").ShouldContain("Ligne 2");
        page = await (await frame.Send(("Question", Whole.Question), ("Decider", Whole.Decider), ("Promise", Whole.Promise), ("Seats", "6"), ("Reserves", "4"), ("Letters", "40"), ("Eligibility", "Habiter ici"), ("AnswersUntil", "2026-12-10"), ("DrawsOn", "2026-12-12"),
            ("DrawPlace", "Salle des fêtes"), ("Source", Whole.Source), ("Allowance", "80"), ("Values", string.Join('\n', Whole.Values.Select(v => $"{v.Category} ; {v.Value} ; {v.Min} ; {v.Max}"))))).Follow();
        page.Document.QuerySelectorAll("#manque .lacks").Select(l => l.TextContent).ShouldBeEmpty();
        (await space.Browse().Open(path)).Status.ShouldBe(HttpStatusCode.NotFound, "a draft is nobody else's");
        await page.SendTo("?handler=Open");

        // The base list: duplicates, homonyms, a household of three, a line without address.
        var marker = $"Zyx{Register.Unique()}";
        var csv = List(marker);
        (await Upload(coordinator, path, "List", [1, 2, 3])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Upload(coordinator, path, "Draw", csv, "1 2 3")).Words.ShouldContain("Lisez d’abord la liste");
        (await Upload(coordinator, path, "List", csv)).Status.ShouldBe(HttpStatusCode.Redirect);
        page = await coordinator.Open($"{path}/lettres");
        page.Words.ShouldContain("une personne était là deux fois");
        page.Words.ShouldContain("2 homonymes");
        page.Words.ShouldContain("1 ligne sans nom ou sans adresse");
        page.Text.ShouldNotContain(marker, customMessage: "the list is counted, not kept");
        (await Upload(coordinator, path, "Draw", [.. csv, .. "Intrus;Jo;1 rue;03400;Yzeure;nord\n"u8], "1 2 3")).Words.ShouldContain("n’est pas la liste");
        (await Upload(coordinator, path, "Draw", csv, "3 1 6")).Status.ShouldBe(HttpStatusCode.Redirect);
        var convention = await Now(path);
        (await space.In(s => s.GetRequiredService<DrawLetters>().Handle(convention.Id, convention.Version, "3 1 6", csv, Coordinator, default))).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("convention.list.drawn", "nobody draws twice");
        var people = await People(convention);
        (people.Count, people.Select(p => p.Household).Distinct().Count()).ShouldBe((40, 40), "one letter per household");
        people.Count(p => p.Area == "nord").ShouldBe(20, "half of the people live there");
        BaseList.Read(csv).Value!.Draw(40, "3 1 6").Select(p => p.LastName).ShouldBe(people.OrderBy(p => p.Ticket, StringComparer.Ordinal).Select(p => p.LastName), "whoever holds the list makes the same draw");
        BaseList.Read(csv).Value!.Draw(40, "3 1 5").Select(p => p.LastName).ShouldNotBe(people.OrderBy(p => p.Ticket, StringComparer.Ordinal).Select(p => p.LastName));
        page = await coordinator.Open($"{path}/lettres?imprimer=toutes");
        page.Document.QuerySelectorAll(".paper").Length.ShouldBe(40);
        var codes = page.Document.QuerySelectorAll(".paper").ToDictionary(p => p.GetAttribute("aria-label")!, p => p.TextContent[(p.TextContent.IndexOf("Votre code", StringComparison.Ordinal) + 13)..].Trim()[..14]);
        (await space.Read(db => db.Set<PanelPerson>().AnyAsync(p => p.CodeHash.Contains(codes["T01"])))).ShouldBeFalse();
        (await space.Browse().Open($"{path}/lettres")).Status.ShouldBe(HttpStatusCode.Redirect, "nobody else sees who was invited");

        // Answers by screen, paper and telephone.
        var reply = await space.Browse().Open($"{path}/repondre?code={codes["T01"]}");
        reply.ValueOf("Code").ShouldBe(codes["T01"]);
        (await reply.Send(("Comes", "yes"))).RefusalOf("Eligible").ShouldContain("conditions");
        (await reply.Send(("Comes", "no"), ("Code", "AAAA-AAAA-AAAA"))).RefusalOf("Code").ShouldContain("Aucune lettre");
        (await reply.Send(("Comes", "no"), ("Code", "T02"))).RefusalOf("Code").ShouldContain("Aucune lettre", customMessage: "the number of a letter opens nothing by itself");
        (await reply.Send(("Comes", "no"))).Words.ShouldContain("Nous ne vous écrirons plus");
        (await coordinator.Open($"{path}/vivier")).Words.ShouldContain("Il manque 6 personnes pour remplir les 6 places");
        for (var n = 2; n <= 20; n++) (await Reply(convention, codes[$"T{n:00}"], Ages[n % 2 + 1], n % 4 < 2 ? "nord" : "sud", (Channel)(n % 4))).Refusals.ShouldBeEmpty();
        page = await coordinator.Open($"{path}/vivier");
        page.Words.ShouldContain("il manque une personne de âge « 16-24 ans »", customMessage: "in plain words, what is missing");
        page.Words.ShouldContain("relancez");
        (await Commit(convention)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("convention.commit.impossible");
        (await coordinator.Open($"{path}/lettres?imprimer=relance")).Document.QuerySelectorAll(".paper").Length.ShouldBe(20, "who answered is left in peace");
        var desk = await (await space.BrowseAs(Role.CounterAgent)).Open($"{path}/repondre");
        (await desk.Send(("Code", "t21"), ("Comes", "yes"), ("Value", Ages[0]), ("Value", "nord"), ("Eligible", "true"), ("Channel", "phone"), ("Needs", "childcare"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Reply(convention, codes["T22"], Ages[0], "sud", Channel.Paper)).Refusals.ShouldBeEmpty();
        (await Reply(convention, codes["T23"], "cent ans", "sud", Channel.Paper)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Value-0");
        var elected = (await People(convention)).Single(p => p.Ticket == "T20");
        (await space.In(s => s.GetRequiredService<AnswerLetter>().Judge(new(elected.Id, elected.Version, "elected", ""), Coordinator, default))).Refusals.ShouldBeEmpty();
        (await space.In(s => s.GetRequiredService<AnswerLetter>().Judge(new(elected.Id, elected.Version, "moved", ""), Coordinator, default))).Refusals.ShouldNotBeEmpty("somebody else decided meanwhile");
        page = await coordinator.Open($"{path}/vivier");
        page.Words.ShouldContain("Un panel peut être tiré");
        page.Words.ShouldContain("élue");

        // Commitment, ceremony, proof.
        (await page.SendTo("?handler=Commit")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Reply(convention, codes["T24"], Ages[1], "nord", Channel.Online)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("convention.answers.closed");
        (await coordinator.Open($"{path}/cadre")).Status.ShouldBe(HttpStatusCode.Redirect);
        page = await space.Browse().Open($"{path}/tirage");
        convention = await Now(path);
        page.Words.ShouldContain(convention.Commitment);
        page.Document.QuerySelector("form[method=post] [name=Values]").ShouldBeNull("only who runs it reveals");
        page.Document.QuerySelectorAll("#chances tbody tr").Length.ShouldBe(5, "chances by category, never by person");
        page.Words.ShouldNotContain(marker);
        page = await (await (await coordinator.Open($"{path}/tirage")).Send(("Values", "4 2 6 1 1 5"))).Follow();
        page.Words.ShouldContain("4 2 6 1 1 5");
        var file = await (await space.Browse().Http.GetAsync($"{path}?handler=Draw", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var verdict = PublicDraw.Verify(file);
        (verdict.Flaw, verdict.Commitment, verdict.Members.Count).ShouldBe((null, convention.Commitment, 6));
        PublicDraw.Verify(file.Replace("4 2 6 1 1 5", "4 2 6 1 1 6", StringComparison.Ordinal)).Flaw.ShouldNotBeNull();
        file.ShouldNotContain(marker);
        people = await People(convention);
        var members = people.Where(p => p.State == PanelState.Member).ToList();
        members.Select(p => p.Ticket).Order().ShouldBe(verdict.Members.Order());
        members.Count(p => p.Values[0] == Ages[0]).ShouldBeInRange(1, 2);
        people.Count(p => p.State == PanelState.Reserve).ShouldBe(4);
        await space.Act(async db => (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE panel_draw SET text = 'x'"))).Message.ShouldContain("append-only"));

        // The work: someone leaves without a word, sessions, allowances, recommendations, minority, answers.
        page = await coordinator.Open($"{path}/membres");
        var leaving = members.First();
        page = await coordinator.Open($"{path}/membres");
        (await Browser(page, "Leave", leaving)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await People(convention)).Count(p => p.State == PanelState.Member).ShouldBe(6, "a reserve is called");
        var work = await coordinator.Open($"{path}/travaux");
        (await work.SendTo("?handler=Session", ("SessionDay", "2027-01-16"), ("Kind", "hearing"), ("Title", "Ce que dit la voirie"), ("Heard", "service de la voirie"))).Status.ShouldBe(HttpStatusCode.Redirect);
        convention = await Now(path);
        var here = (await People(convention)).First(p => p.State == PanelState.Member);
        (await space.In(s => s.GetRequiredService<RunPanel>().Attend(new(here.Id, here.Version, [convention.Sessions[0].Id, Guid.CreateVersion7()], 1_250, 0), Coordinator, default))).Refusals.ShouldBeEmpty();
        (await (await coordinator.Http.GetAsync($"{path}/membres?handler=Table", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("80.00;12.50;0.00;92.50");
        work = await coordinator.Open($"{path}/travaux");
        (await work.SendTo("?handler=Recommend", ("Text", "Fermer aux heures d’école"), ("For", "7"))).RefusalOf("For").ShouldContain("6");
        (await work.SendTo("?handler=Recommend", ("Text", "Fermer aux heures d’école"), ("For", "4"), ("Against", "1"), ("Abstain", "1"))).Status.ShouldBe(HttpStatusCode.Redirect);
        work = await coordinator.Open($"{path}/travaux");
        (await work.SendTo("?handler=Annex", ("Minority", "La boulangerie y perd"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open(path)).Words.ShouldContain("Réponse attendue");
        work = await coordinator.Open($"{path}/travaux");
        convention = await Now(path);
        (await work.SendTo("?handler=Answer", ("Reason", ""))).RefusalOf($"Reason-{convention.Recommendations[0].Id}").ShouldNotBeEmpty();
        (await (await coordinator.Open(path)).Browser.Open(path)).Document.QuerySelector("form[action$='Purge']").ShouldBeNull("nothing is erased before the answer");
        (await work.SendTo("?handler=Answer", ("AnswerKind", "retained"), ("Reason", "Un essai dès janvier"))).Status.ShouldBe(HttpStatusCode.Redirect);
        page = await space.Browse().Open(path);
        page.Words.ShouldContain("Un essai dès janvier");
        page.Words.ShouldContain("La boulangerie y perd");

        // Erased, with proof.
        (await Holds(marker)).ShouldNotBeEmpty("the search must find a person where there is one");
        (await (await coordinator.Open(path)).SendTo("?handler=Purge")).Status.ShouldBe(HttpStatusCode.Redirect);
        convention = await Now(path);
        var lines = convention.PurgeStatement.Split('\n');
        lines.ShouldContain("people 40");
        lines[^1].ShouldBe($"sha256 {PublicDraw.Hash(string.Join('\n', lines[..^1]))}", "anyone checks the statement");
        (await space.Browse().Open(path)).Words.ShouldContain("people 40");
        (await Holds(marker)).ShouldBeEmpty("no table holds anything of anybody");
        (await coordinator.Open($"{path}/membres")).Status.ShouldBe(HttpStatusCode.NotFound);
        PublicDraw.Verify(await (await space.Browse().Http.GetAsync($"{path}?handler=Draw", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Flaw.ShouldBeNull("the draw is still proved");
    }

    [Fact]
    public async Task Who_was_invited_is_forgotten_in_time_even_if_nobody_does_it()
    {
        var convention = await Opened();
        var marker = $"Wvu{Register.Unique()}";
        var csv = List(marker);
        (await space.In(s => s.GetRequiredService<DrawLetters>().Receive(convention.Id, convention.Version, csv, Coordinator, default))).Refusals.ShouldBeEmpty();
        (await space.In(s => s.GetRequiredService<DrawLetters>().Handle(convention.Id, convention.Version + 1, "6 6 6", csv, Coordinator, default))).Refusals.ShouldBeEmpty();
        var later = Instant.FromUtc(2028, 6, 1, 0, 0);
        await space.Act(async db => (await space.Services.GetServices<IPurge>().OfType<PurgePanel>().Single().Handle(db, Instant.FromUtc(2026, 1, 1, 0, 0), false, default)).ShouldBe(0));
        await space.Act(async db => (await space.Services.GetServices<IPurge>().OfType<PurgePanel>().Single().Handle(db, later, true, default)).ShouldBeGreaterThanOrEqualTo(40));
        (await Holds(marker)).ShouldNotBeEmpty();
        await space.Act(async db => await space.Services.GetServices<IPurge>().OfType<PurgePanel>().Single().Handle(db, later, false, default));
        (await Holds(marker)).ShouldBeEmpty();
        (await space.Read(db => db.Set<Convention>().AsNoTracking().SingleAsync(c => c.Id == convention.Id))).PurgeStatement.ShouldContain("people 40");
    }

    [Fact]
    public async Task A_person_of_a_panel_has_no_history_and_no_way_out_of_its_table()
    {
        var model = await space.Read(db => Task.FromResult(db.Model));
        typeof(IVersioned).IsAssignableFrom(typeof(PanelPerson)).ShouldBeFalse("a history would outlive the purge");
        model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).Where(k => k.PrincipalEntityType.ClrType == typeof(PanelPerson)).ShouldBeEmpty();
        typeof(Convention).GetProperties().Select(p => p.Name).ShouldNotContain(n => n.Contains("Person", StringComparison.Ordinal));
    }

    private static byte[] List(string marker)
    {
        var text = new StringBuilder("nom;prenom;adresse;code_postal;commune;secteur;naissance\n");
        for (var n = 0; n < 100; n++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{marker}{n};Alex;{n} rue du Marché;03400;Yzeure;{(n % 2 == 0 ? "nord" : "sud")};1980\n");
        text.Append($"{marker}7;ALEX;7, Rue du Marche;03400;Yzeure;sud;1980\n"); // the same person, typed otherwise
        text.Append($"{marker}8;Alex;99 allée des Tilleuls;03400;Yzeure;nord;1951\n"); // a homonym
        text.Append($"{marker}8b;Sam;8 rue du Marché;03400;Yzeure;nord;1990\n{marker}8c;Lou;8 rue du Marché;03400;Yzeure;sud;2001\n{marker}9b;Sam;9 rue du Marché;03400;Yzeure;sud;1990\n"); // households
        text.Append($"{marker}x;Sans;;03400;Yzeure;nord;1990\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private async Task<Convention> Opened()
    {
        var convention = (await space.In(s => s.GetRequiredService<FrameConvention>().Start(new($"Convention {Register.Unique()}", "yzeure"), Coordinator, default))).Value!;
        (await space.In(s => s.GetRequiredService<FrameConvention>().Handle(new(convention.Id, 1, convention.Name, Whole), Coordinator, default))).Refusals.ShouldBeEmpty();
        (await space.In(s => s.GetRequiredService<FrameConvention>().Open(convention.Id, 2, Coordinator, default))).Refusals.ShouldBeEmpty();
        return await space.Read(db => db.Set<Convention>().AsNoTracking().SingleAsync(c => c.Id == convention.Id));
    }

    private Task<Convention> Now(string path) => space.Read(db => db.Set<Convention>().AsNoTracking().SingleAsync(c => c.Slug == path.Split('/', StringSplitOptions.None).Last()));

    private Task<List<PanelPerson>> People(Convention convention) => space.Read(db => db.Set<PanelPerson>().AsNoTracking().Where(p => p.ConventionId == convention.Id).ToListAsync());

    private Task<Trame.Foundation.Data.Outcome> Reply(Convention convention, string code, string age, string area, Channel channel) =>
        space.In(s => s.GetRequiredService<AnswerLetter>().Handle(new(convention.Id, code, true, [age, area], [], true, "", channel), Actor.Anyone, default));

    private async Task<Trame.Foundation.Data.Outcome> Commit(Convention convention)
    {
        var version = await space.Read(db => db.Set<Convention>().Where(c => c.Id == convention.Id).Select(c => c.Version).SingleAsync());
        return await space.In(s => s.GetRequiredService<CommitDraw>().Handle(convention.Id, version, Coordinator, default));
    }

    private static Task<Answer> Browser(Answer page, string handler, PanelPerson person) => page.SendTo($"?handler={handler}", ("PersonId", $"{person.Id}"), ("PersonVersion", $"{person.Version}"), ("Because", ""));

    private static async Task<Answer> Upload(Browser browser, string path, string handler, byte[] file, string values = "")
    {
        var page = await browser.Open($"{path}/lettres");
        using var sent = new MultipartFormDataContent { { new StringContent(page.ValueOf("Version")), "Version" }, { new StringContent(values), "Values" }, { new StringContent(page.ValueOf("jeton")), "jeton" }, { new ByteArrayContent(file), "Given", "liste.csv" } };
        return await Answer.Of(browser, path, await browser.Http.PostAsync($"{path}/lettres?handler={handler}", sent));
    }

    // Every text of every table, as a curious reader of the database would search it.
    private Task<List<string>> Holds(string words) => space.Read(async db =>
    {
        var found = new List<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
            foreach (var column in table.Columns)
            {
                var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table.Name}\" WHERE CAST(\"{column.Name}\" AS text) LIKE '%{words}%'";
                if (await db.Database.SqlQueryRaw<long>(sql).SingleAsync() > 0) found.Add($"{table.Name}.{column.Name}");
            }

        return found;
    });
}

public sealed class ConventionOnSqlite(SqliteSpace space) : ConventionTests(space), IClassFixture<SqliteSpace>;

public sealed class ConventionOnPostgres(PostgresSpace space) : ConventionTests(space), IClassFixture<PostgresSpace>;
