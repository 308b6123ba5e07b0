using System.Net;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Facts;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Tests.Registers.Occasions;

public abstract class ProposeAndReviewTests(TestSpace space)
{
    [Fact]
    public async Task A_visitor_proposes_a_place_and_reads_that_it_was_taken()
    {
        var before = await Proposed();
        var code = await Propose("Le four à pain", ("summary", "On cuit le pain le dimanche"));
        (await Proposed()).ShouldBe(before); // a proposal alone is no fact: it is one when it is taken

        var desk = await space.BrowseAs(Role.Coordinator);
        (await desk.Open("/bureau/propositions")).Words.ShouldContain("Le four à pain");
        var page = await desk.Open($"/bureau/propositions/{code}");
        var answer = await page.Send(("Verdict", "some"), ("Answer", "Merci, c'est ajouté"));
        answer.Status.ShouldBe(HttpStatusCode.Redirect);

        var place = await space.Read(db => db.Set<Occasion>().FirstAsync(o => o.Name == "Le four à pain"));
        (place.Summary, place.Source, place.Slug).ShouldBe(("On cuit le pain le dimanche", "J'y vais", "le-four-a-pain"));
        (await space.Facts(OccasionFacts.Proposed, place.Id)).ShouldBe(1);
        (await space.Browse().Open($"/propositions/{code}")).Words.ShouldContain("Merci, c'est ajouté");
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_the_author_reads_it()
    {
        var code = await Propose("Une piscine");
        var desk = await space.BrowseAs(Role.Coordinator);
        var page = await desk.Open($"/bureau/propositions/{code}");
        var without = await page.Send(("Verdict", "refuse"), ("Answer", ""));
        without.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        without.Words.ShouldContain("Dites pourquoi");
        (await page.Send(("Verdict", "refuse"), ("Answer", "Elle est dans une autre commune"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open($"/propositions/{code}")).Words.ShouldContain("Elle est dans une autre commune");
        (await page.Send(("Verdict", "refuse"), ("Answer", "Encore"))).Words.ShouldContain("déjà reçu sa réponse");
        (await space.Read(db => db.Set<Occasion>().AnyAsync(o => o.Name == "Une piscine"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_correction_is_taken_in_part_and_the_rest_is_left()
    {
        var place = await space.HasPlace("Médiathèque", "Mairie", ("address", "1 rue des Écoles"), ("phone", "04 70 00 00 00"));
        var form = await space.Browse().Open("/lieux/mediatheque/corriger");
        var sent = await form.Send(("address", "3 rue des Écoles"), ("phone", "04 70 99 99 99"), ("Source", "L'affiche"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        var code = sent.Location!.Split('/')[^1];
        (await space.Occasion(place.Id)).Address.ShouldBe("1 rue des Écoles");

        var desk = await space.BrowseAs(Role.Coordinator);
        var page = await desk.Open($"/bureau/propositions/{code}");
        page.Words.ShouldContain("1 rue des Écoles");
        foreach (var box in page.Document.QuerySelectorAll("input[name=Keep]").Where(b => b.GetAttribute("value") != "address")) box.RemoveAttribute("checked");
        (await page.Send(("Verdict", "some"), ("Keep", "address"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var after = await space.Occasion(place.Id);
        (after.Address, after.Phone).ShouldBe(("3 rue des Écoles", "04 70 00 00 00"));
        after.Disagreements(OccasionField.Named("address")).ShouldHaveSingleItem().Source.ShouldBe("Mairie");
    }

    [Fact]
    public async Task An_agent_types_a_sheet_of_paper_back_and_its_channel_is_kept()
    {
        var agent = await space.BrowseAs(Role.CounterAgent);
        var form = await agent.Open("/proposer/lieux");
        var sent = await form.Send(("name", "Banc des anciens"), ("territory", "Yzeure"), ("Source", "Feuille du marché"), ("Channel", "paper"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Words);
        (await space.Read(db => db.Set<Proposal>().FirstAsync(p => p.Source == "Feuille du marché"))).Channel.ShouldBe(Channel.Paper);

        var visitor = await (await space.Browse().Open("/proposer/lieux")).Send(("name", "Autre banc"), ("territory", "Yzeure"), ("Source", "Moi, le 12"), ("Channel", "paper"));
        visitor.Status.ShouldBe(HttpStatusCode.Redirect, visitor.Words);
        (await space.Read(db => db.Set<Proposal>().FirstAsync(p => p.Source == "Moi, le 12"))).Channel.ShouldBe(Channel.Online);
    }

    [Fact]
    public async Task Every_reason_is_said_at_once_and_nothing_typed_is_lost()
    {
        var form = await space.Browse().Open("/proposer/lieux");
        var answer = await form.Send(("name", ""), ("territory", "Atlantide"), ("phone", "demander à Paul"), ("summary", "Un four à pain"), ("Source", ""));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.RefusalOf("name").ShouldContain("nécessaire");
        answer.RefusalOf("territory").ShouldContain("Atlantide");
        answer.RefusalOf("phone").ShouldContain("demander à Paul");
        answer.RefusalOf("Source").ShouldContain("d’où vient l’information");
        (answer.ValueOf("summary"), answer.ValueOf("territory")).ShouldBe(("Un four à pain", "Atlantide"));
    }

    [Fact]
    public async Task Words_about_a_person_are_shown_once_and_the_author_decides()
    {
        var form = await space.Browse().Open("/proposer/lieux");
        (string, string)[] typed = [("name", "Chez Lulu"), ("territory", "Yzeure"), ("summary", "Lulu est diabétique"), ("Source", "Moi")];
        var warned = await form.Send(typed);
        warned.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        warned.Document.QuerySelector("mark").ShouldNotBeNull().TextContent.ShouldBe("diabétique");
        (await warned.Send([.. typed, ("Sure", "true")])).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_machine_that_fills_the_hidden_box_is_told_so()
    {
        var form = await space.Browse().Open("/proposer/lieux");
        var answer = await form.Send(("name", "Promo"), ("territory", "Yzeure"), ("Source", "x"), ("Company", "ACME"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await space.Read(db => db.Set<Proposal>().CountAsync(p => p.Source == "x"))).ShouldBe(0);
    }

    [Fact]
    public async Task Scripts_in_a_name_are_only_words()
    {
        var code = await Propose("<script>alert(1)</script><b>x</b>");
        foreach (var (browser, url) in new[] { (space.Browse(), $"/propositions/{code}"), (await space.BrowseAs(Role.Coordinator), $"/bureau/propositions/{code}") })
        {
            var page = await browser.Open(url);
            page.Document.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
            page.Document.QuerySelectorAll("b").ShouldBeEmpty();
            page.Words.ShouldContain("<script>alert(1)</script>");
        }
    }

    [Fact]
    public async Task A_visitor_confirms_and_a_coordinator_verifies()
    {
        var place = await space.HasPlace("Ressourcerie");
        var proposed = await (await space.Browse().Open("/lieux/ressourcerie/etat")).SendTo("?handler=True");
        proposed.Location.ShouldNotBeNull().ShouldStartWith("/propositions/");
        (await space.Occasion(place.Id)).VerifiedAt.ShouldBeNull();

        var desk = await space.BrowseAs(Role.Coordinator);
        (await (await desk.Open($"/bureau{proposed.Location}")).Send(("Verdict", "some"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Occasion(place.Id)).VerifiedAt.ShouldNotBeNull();
        (await space.Facts(OccasionFacts.Verified, place.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_colleague_said_meanwhile_is_shown_before_a_proposal_covers_it()
    {
        var place = await space.HasPlace("Bricothèque", "Mairie", ("phone", "04 70 00 00 11"));
        var form = await space.Browse().Open("/lieux/bricotheque/corriger");
        var code = (await form.Send(("phone", "04 70 00 00 55"), ("Source", "Je l’ai appelée"))).Location!.Split('/')[^1];
        var review = await (await space.BrowseAs(Role.Coordinator)).Open($"/bureau/propositions/{code}");
        (await space.Describe(place.Id, 1, "Colleague", ("phone", "04 70 00 00 66"))).Accepted.ShouldBeTrue();

        var told = await review.Send(("Verdict", "some"));
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Words.ShouldContain("04 70 00 00 66");
        (await space.Occasion(place.Id)).Phone.ShouldBe("04 70 00 00 66");
        (await told.Send(("Verdict", "some"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Occasion(place.Id)).Phone.ShouldBe("04 70 00 00 55");
    }

    private async Task<string> Propose(string name, params (string, string)[] more)
    {
        var form = await space.Browse().Open("/proposer/lieux");
        var sent = await form.Send([("name", name), ("territory", "Yzeure"), ("Source", "J'y vais"), .. more]);
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Words);
        return sent.Location!.Split('/')[^1];
    }

    private Task<int> Proposed() => space.Read(db => db.Set<Fact>().CountAsync(f => f.Kind == OccasionFacts.Proposed.Key));
}

public sealed class ProposeAndReviewOnSqlite(SqliteSpace space) : ProposeAndReviewTests(space), IClassFixture<SqliteSpace>;

public sealed class ProposeAndReviewOnPostgres(PostgresSpace space) : ProposeAndReviewTests(space), IClassFixture<PostgresSpace>;
