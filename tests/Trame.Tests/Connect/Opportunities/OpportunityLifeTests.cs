using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Act.Moments;
using Trame.Connect.Needs;
using Trame.Connect.Opportunities;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Tests.Connect.Needs;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Connect.Opportunities;

/// <summary>From needs and an idle room to a moment that comes back every week; one test, one kind, so that they do not meet.</summary>
public abstract class OpportunityLifeTests(TestSpace space)
{
    private static readonly string[] Kinds = ["company", "walk", "respite", "games", "digital", "language", "paperwork", "learning"];

    // Each kind lives thirty kilometres from the others: what another test left wants neither its rooms nor its hours.
    private static double North(string kind) => 46.2 + (0.3 * Array.IndexOf(Kinds, kind));

    private async Task<Opportunity> HasIdea(string kind, int people, string giver = "Édith")
    {
        Kinds.ShouldContain(kind);
        var at = North(kind);
        if (!await space.Read(db => db.Set<Occasion>().AnyAsync(o => o.Name == $"Salle {kind}"))) await space.HasRoom($"Salle {kind}", at);
        for (var i = 0; i < people; i++) (await space.Ask(kind, name: $"Personne {i}", age: i % 2 == 0 ? "75+" : "18-29", form: SeededRelier.Form($"Personne {i}", latitude: at))).Accepted.ShouldBeTrue();
        if (giver.Length > 0) (await space.Offer(kind, giver, SeededRelier.Form(giver, latitude: at))).Accepted.ShouldBeTrue();
        (await space.Look()).Refusals.ShouldBeEmpty();
        return (await space.Ideas(kind)).First(o => o.Stage == OpportunityStage.Idea);
    }

    [Fact]
    public async Task An_idea_is_told_with_its_reasons_and_counts_below_the_threshold_are_not_said()
    {
        var many = await HasIdea("company", 12);
        var page = await space.Browse().Open($"/opportunites/{many.Slug}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldContain("Un moment convivial, le mardi");
        page.Words.ShouldContain("12 personnes");
        page.Words.ShouldContain("quelqu’un propose d’animer");
        page.Words.ShouldContain("Rien ne manque");
        page.Text.ShouldNotContain("Édith");
        page.Text.ShouldNotContain("Personne 1");
        (await space.Browse().Open($"/opportunites/{many.Slug}/pourquoi")).Words.ShouldContain("En tout");
        (await space.Browse().Open("/opportunites")).Words.ShouldContain("Un moment convivial");

        var few = await HasIdea("walk", 5);
        var told = await space.Browse().Open($"/opportunites/{few.Slug}");
        told.Words.ShouldContain("moins de 11 personnes");
        told.Words.ShouldNotContain("5 personnes");
        told.Words.ShouldNotContain("places à offrir", customMessage: "seats left would tell how many they are");
        (await space.Browse().Open($"/opportunites/{few.Slug}/pourquoi")).Words.ShouldContain("Le détail n’est pas montré");
    }

    [Fact]
    public async Task What_is_missing_is_said_and_the_three_conditions_are_explicit()
    {
        var idea = await HasIdea("respite", 6, giver: "");
        idea.Lacks.ShouldBe(Trame.Engines.Opportunities.LackingPiece.Giver);
        (idea.NeedHere, idea.ResourceHere, idea.Useful, idea.IsTrigger).ShouldBe((true, true, false, false));
        var page = await space.Browse().Open($"/opportunites/{idea.Slug}");
        page.Words.ShouldContain("une personne pour animer");
        page.Words.ShouldContain("pas encore de programme utile");
        page.Words.ShouldContain("le mélange n’y est pas cherché", customMessage: "a space of one's own is never blamed (S0-125)");
        (await space.Browse().Open($"/opportunites/{idea.Slug}/proposer")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Nobody_is_enrolled_by_the_machine_and_both_sides_stay_blind_until_both_say_yes()
    {
        var idea = await HasIdea("games", 6, "Gaspard");
        (await space.Parts(idea.Id)).ShouldAllBe(p => p.AskedAt == null && p.Answer == PartAnswer.None);
        var parts = await space.Parts(idea.Id);
        var giver = parts.First(p => p.Gives);
        var one = parts.First(p => !p.Gives);
        var code = await space.Read(db => db.Set<Need>().Where(n => n.Id == one.NeedId).Select(n => n.Code).SingleAsync());
        (await space.Browse().Open($"/relier/carnet/{code}")).Document.QuerySelector("#propositions").ShouldBeNull("the machine asks nobody");

        var coordinator = await space.BrowseAs(Role.Coordinator);
        var people = await coordinator.Open($"/opportunites/{idea.Slug}/proposer");
        people.Words.ShouldContain("Gaspard");
        (await people.SendTo("?handler=Ask", ("PartId", $"{one.Id}"), ("Version", $"{one.Version}"), ("Way", "relay"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Facts(OpportunityFacts.Proposed, idea.Id)).ShouldBe(1);
        var carnet = await space.Browse().Open($"/relier/carnet/{code}");
        carnet.Document.QuerySelector("#propositions").ShouldNotBeNull();
        carnet.Words.ShouldNotContain("Gaspard");
        var answered = await carnet.SendTo("?handler=Answer", ("Answer", "yes"));
        (await answered.Follow()).Words.ShouldNotContain("Gaspard", customMessage: "one yes is not two");

        await space.In(async s =>
        {
            (await s.GetRequiredService<AskPeople>().Handle(new AskPeople.Request(giver.Id, giver.Version, ContactWay.Visit), Register.As("coordinator"), default)).Refusals.ShouldBeEmpty();
            return await s.GetRequiredService<AskPeople>().Handle(new AskPeople.Said(giver.Id, giver.Version + 1, PartAnswer.Yes), Register.As("coordinator"), default);
        });
        (await space.Browse().Open($"/relier/carnet/{code}")).Words.ShouldContain("Les deux côtés ont dit oui : Gaspard");
        (await space.In(s => s.GetRequiredService<AskPeople>().Handle("AUTRE-CODE", new AskPeople.Said(one.Id, 9, PartAnswer.No), Actor.Anyone, default))).Refusals.ShouldNotBeEmpty("another code answers for nobody");
    }

    [Fact]
    public async Task It_is_held_every_week_only_after_two_tries_and_those_who_said_yes_have_their_answer()
    {
        var idea = await HasIdea("digital", 4);
        (await space.Advance(idea.Id, OpportunityAdvance.Accepted)).Accepted.ShouldBeFalse("nobody was asked");
        await space.EveryoneSaysYes(idea.Id);
        (await space.Advance(idea.Id, OpportunityAdvance.Accepted)).Refusals.ShouldBeEmpty();
        (await space.Advance(idea.Id, OpportunityAdvance.Held)).Accepted.ShouldBeFalse();
        (await space.Advance(idea.Id, OpportunityAdvance.Tried)).Refusals.ShouldBeEmpty();
        (await space.Advance(idea.Id, OpportunityAdvance.Held)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("opportunities.hold.twice");
        (await space.Advance(idea.Id, OpportunityAdvance.Tried)).Refusals.ShouldBeEmpty();
        (await space.Advance(idea.Id, OpportunityAdvance.Held)).Refusals.ShouldBeEmpty();

        var held = (await space.Ideas("digital")).Single(o => o.Id == idea.Id);
        held.Stage.ShouldBe(OpportunityStage.Held);
        var moment = await space.Read(db => db.Set<Moment>().SingleAsync(m => m.Id == held.MadeId));
        (moment.Recurrence, moment.PlaceId).ShouldBe(("RRULE:FREQ=WEEKLY;BYDAY=TU", held.PlaceId));
        var parts = await space.Parts(idea.Id);
        (await space.Read(db => db.Set<Need>().Where(n => n.Kind == "digital" && n.Status == EntryStatus.Answered).CountAsync())).ShouldBe(parts.Count(p => p.NeedId != null));
        (await space.Advance(idea.Id, OpportunityAdvance.Kept)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("opportunities.learned.missing");
        (await space.Advance(idea.Id, OpportunityAdvance.Kept, learned: "À deux pour animer")).Refusals.ShouldBeEmpty();
        var facts = await space.Read(db => db.Set<Fact>().Where(f => f.SubjectId == idea.Id).OrderBy(f => f.Id).ToListAsync());
        facts.Select(f => f.Kind).ShouldBe(["opportunity.proposed", "opportunity.accepted", "opportunity.tried", "opportunity.tried", "opportunity.held", "opportunity.kept"]);
        facts.ShouldAllBe(f => f.Count == null && f.Marginals.Count == 0);
    }

    [Fact]
    public async Task A_declined_idea_stays_away_until_something_changed_and_its_key_is_the_same()
    {
        var idea = await HasIdea("language", 5, "Ivan");
        (await space.Look()).Refusals.ShouldBeEmpty();
        (await space.Ideas("language")).ShouldHaveSingleItem().Id.ShouldBe(idea.Id, "the same idea keeps its page");
        (await space.Advance(idea.Id, OpportunityAdvance.Declined)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("opportunities.decline.no-reason");
        (await space.Advance(idea.Id, OpportunityAdvance.Declined, "La salle est prêtée ailleurs")).Refusals.ShouldBeEmpty();
        (await space.Browse().Open($"/opportunites/{idea.Slug}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await space.Look();
        (await space.Ideas("language")).ShouldHaveSingleItem().Stage.ShouldBe(OpportunityStage.Declined, "nothing changed");
        for (var i = 0; i < 3; i++) await space.Ask("language", form: SeededRelier.Form(latitude: North("language")));
        await space.Look();
        var back = (await space.Ideas("language")).Where(o => o.Stage == OpportunityStage.Idea).ShouldHaveSingleItem();
        back.Key.ShouldBe(idea.Key);
    }

    [Fact]
    public async Task Whoever_takes_back_what_they_said_leaves_every_idea_and_who_is_asked_is_not_asked_twice()
    {
        var idea = await HasIdea("paperwork", 4, "Lucienne");
        var one = (await space.Parts(idea.Id)).First(p => !p.Gives);
        var coordinator = Register.As("coordinator");
        await space.In(s => s.GetRequiredService<AskPeople>().Handle(new AskPeople.Request(one.Id, one.Version, ContactWay.Paper), coordinator, default));
        await space.Look();
        (await space.Read(db => db.Set<OpportunityPart>().CountAsync(p => p.NeedId == one.NeedId))).ShouldBe(1);
        var code = await space.Read(db => db.Set<Need>().Where(n => n.Id == one.NeedId).Select(n => n.Code).SingleAsync());
        (await space.In(s => s.GetRequiredService<WithdrawCarnet>().Handle(new(code, Channel.Counter), Register.As("counter-agent"), default))).Refusals.ShouldBeEmpty();
        (await space.Read(db => db.Set<OpportunityPart>().CountAsync(p => p.NeedId == one.NeedId))).ShouldBe(0);
    }

    [Fact]
    public async Task A_trouble_told_by_code_stops_the_proposal_and_the_offer_and_names_nobody()
    {
        var idea = await HasIdea("learning", 3, "Octave");
        await space.EveryoneSaysYes(idea.Id);
        var one = (await space.Parts(idea.Id)).First(p => !p.Gives);
        var code = await space.Read(db => db.Set<Need>().Where(n => n.Id == one.NeedId).Select(n => n.Code).SingleAsync());
        (await (await space.Browse().Open($"/relier/carnet/{code}")).SendTo("?handler=Trouble", ("Words", "On me demande de l’argent"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Advance(idea.Id, OpportunityAdvance.Accepted)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("opportunities.frozen");
        (await space.Browse().Open($"/opportunites/{idea.Slug}")).Words.ShouldContain("Une personne regarde");
    }

    [Fact]
    public async Task The_dials_are_the_coordinators_and_hold_for_the_next_look()
    {
        (await space.Browse().Open("/opportunites/reglages")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await space.BrowseAs(Role.CounterAgent)).Open("/opportunites/reglages")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var coordinator = await space.BrowseAs(Role.Coordinator);
        var refused = await (await coordinator.Open("/opportunites/reglages")).Send(("People", "900"), ("Ideas", "0"));
        refused.RefusalOf("People").ShouldContain("2 à 60");
        refused.RefusalOf("Ideas").ShouldContain("1 à 60");
        (await (await coordinator.Open("/opportunites/reglages")).Send(("Ideas", "12"), ("Mixing", "2"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await coordinator.Open("/opportunites/reglages")).Send()).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open("/relier/lecture")).Status.ShouldBe(HttpStatusCode.OK);
    }
}

public sealed class OpportunityLifeOnSqlite(SqliteSpace space) : OpportunityLifeTests(space), IClassFixture<SqliteSpace>;

public sealed class OpportunityLifeOnPostgres(PostgresSpace space) : OpportunityLifeTests(space), IClassFixture<PostgresSpace>;
