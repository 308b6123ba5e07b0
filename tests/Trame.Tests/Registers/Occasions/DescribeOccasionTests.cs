using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Tests.Registers.Occasions;

public abstract class DescribeOccasionTests(TestSpace space)
{
    [Fact]
    public async Task A_time_that_misses_its_other_half_is_asked_for_in_the_boxes_as_they_were_typed()
    {
        var place = await space.HasPlace("Maison des Tilleuls", "Mairie");
        var form = await (await space.BrowseAs(Role.Coordinator)).Open($"/lieux/{place.Slug}/decrire");
        var answer = await form.Send(("hours-tu-1-from", "14:00"), ("hours-we-1-from", "09:00"), ("hours-we-1-to", "12:00"), ("Source", "Porte"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Words.ShouldContain("une heure manque");
        answer.Document.QuerySelector("[name=hours-tu-1-from]")!.GetAttribute("value").ShouldBe("14:00");
        answer.Document.QuerySelector("[name=hours-we-1-to]")!.GetAttribute("value").ShouldBe("12:00");
        (await answer.Send(("hours-tu-1-to", "18:00"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_description_without_a_source_is_refused_beside_its_question()
    {
        await space.HasPlace("Jardin du Pré-Bercy");
        var form = await (await space.BrowseAs(Role.Coordinator)).Open("/lieux/jardin-du-pre-bercy/decrire");
        var answer = await form.Send(("nearest-stop", "Mairie, ligne 4"), ("Source", ""));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.RefusalOf("Source").ShouldContain("d’où vient l’information");
        answer.ValueOf("nearest-stop").ShouldBe("Mairie, ligne 4");
    }

    [Fact]
    public async Task What_was_not_changed_is_not_touched_and_the_grid_becomes_hours()
    {
        var place = await space.HasPlace("Atelier bois", "Mairie", ("address", "7 quai"), ("fields", "culture school"), ("itinerant", "yes"));
        var form = await (await space.BrowseAs(Role.Coordinator)).Open("/lieux/atelier-bois/decrire");
        var answer = await form.Send(("hours-tu-1-from", "14:00"), ("hours-tu-1-to", "18:30"), ("Source", "Porte"));
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Words);
        var after = await space.Occasion(place.Id);
        (after.Hours, after.Address, after.Itinerant, string.Join(' ', after.Fields)).ShouldBe(("Tu 14:00-18:30", "7 quai", true, "school culture"));
        after.Sources.Select(s => s.Field).ShouldBe(["hours"]);
    }

    [Fact]
    public async Task Two_coordinators_editing_the_same_place_see_both_versions_and_lose_nothing()
    {
        var place = await space.HasPlace("Centre social", "Mairie", ("address", "1 rue"), ("phone", "04 70 00 00 01"), ("summary", "Ouvert"));
        var (first, second) = (await space.BrowseAs(Role.Coordinator, "Camille"), await space.BrowseAs(Role.Coordinator, "Dominique"));
        var (mine, theirs) = (await first.Open("/lieux/centre-social/decrire"), await second.Open("/lieux/centre-social/decrire"));
        (await theirs.Send(("address", "2 rue"), ("phone", "04 70 00 00 02"), ("Source", "Dominique sur place"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var conflict = await mine.Send(("address", "3 rue"), ("summary", "Ouvert à tous"), ("Source", "Camille sur place"));
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Words.ShouldContain("2 rue");
        (conflict.ValueOf("address"), conflict.ValueOf("summary"), conflict.ValueOf("Source")).ShouldBe(("3 rue", "Ouvert à tous", "Camille sur place"));
        conflict.Document.QuerySelector("#garder-address-mine")!.HasAttribute("checked").ShouldBeTrue();
        conflict.Document.QuerySelector("#garder-phone-theirs")!.HasAttribute("checked").ShouldBeTrue();

        (await conflict.Send()).Status.ShouldBe(HttpStatusCode.Redirect);
        var after = await space.Occasion(place.Id);
        (after.Address, after.Phone, after.Summary).ShouldBe(("3 rue", "04 70 00 00 02", "Ouvert à tous"));
        after.Disagreements(OccasionField.Named("address")).Select(d => d.Value).ShouldContain("2 rue");
    }

    [Fact]
    public async Task A_disagreement_is_kept_and_another_source_can_be_shown()
    {
        var place = await space.HasPlace("Salle polyvalente", "Mairie", ("phone", "04 70 00 00 10"));
        (await space.Describe(place.Id, 1, "Association", ("phone", "04 70 00 00 20"))).Accepted.ShouldBeTrue();
        var page = await (await space.BrowseAs(Role.Coordinator)).Open("/lieux/salle-polyvalente/sources");
        page.Words.ShouldContain("Désaccord");
        var answer = await page.Send();
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Words);
        var after = await space.Occasion(place.Id);
        (after.Phone, after.ShownSource(OccasionField.Named("phone"))).ShouldBe(("04 70 00 00 10", "Mairie"));
        after.Disagreements(OccasionField.Named("phone")).ShouldHaveSingleItem().Value.ShouldBe("04 70 00 00 20");
    }

    [Fact]
    public async Task A_change_is_told_in_words_and_taken_back_from_its_page()
    {
        var place = await space.HasPlace("Le kiosque", "Mairie", ("cost", "free"));
        await space.Describe(place.Id, 1, "Affiche", ("cost", "paid"));
        var page = await (await space.BrowseAs(Role.Coordinator)).Open("/lieux/le-kiosque/historique");
        page.Words.ShouldContain("Gratuit");
        page.Words.ShouldContain("Payant");
        page.Words.ShouldContain("Affiche");
        var answer = await page.Send();
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Words);
        (await space.Occasion(place.Id)).Cost.ShouldBe(Cost.Free);
    }

    [Fact]
    public async Task A_record_that_looks_the_same_asks_for_a_confirmation()
    {
        await space.HasPlace("Épicerie solidaire");
        var agent = await space.BrowseAs(Role.CounterAgent);
        var form = await agent.Open("/bureau/ajouter/lieux");
        (string, string)[] typed = [("name", "epicerie SOLIDAIRE"), ("territory", "Yzeure"), ("Source", "Guichet"), ("Channel", "counter")];
        var asked = await form.Send(typed);
        asked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        asked.Words.ShouldContain("Épicerie solidaire");
        var added = await asked.Send([.. typed, ("EvenIfAlike", "true")]);
        added.Location.ShouldBe("/lieux/epicerie-solidaire-2");
    }

    [Fact]
    public async Task A_forged_form_is_not_read()
    {
        var place = await space.HasPlace("Le lavoir");
        var answer = await (await space.BrowseAs(Role.Coordinator)).Http.PostAsync("/lieux/le-lavoir/decrire", new FormUrlEncodedContent([new("name", "Pirate"), new("Version", "1"), new("Source", "x"), new("jeton", "faux")]), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
        (await space.Occasion(place.Id)).Name.ShouldBe("Le lavoir");
    }

    [Fact]
    public async Task Who_may_write_is_led_to_write_and_who_may_not_to_propose()
    {
        if (!await space.Read(db => db.Set<Occasion>().AnyAsync(o => o.Slug == "la-halle"))) await space.HasPlace("La halle");
        Led(await space.Browse().Open("/lieux/la-halle")).ShouldBe("/lieux/la-halle/corriger");
        Led(await (await space.BrowseAs(Role.Coordinator)).Open("/lieux/la-halle")).ShouldBe("/lieux/la-halle/decrire");

        static string? Led(Answer page) => page.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Corriger").GetAttribute("href");
    }

    [Theory]
    [InlineData("/lieux/la-halle/decrire")]
    [InlineData("/lieux/la-halle/etat?handler=Close")]
    [InlineData("/lieux/la-halle/sources")]
    [InlineData("/lieux/la-halle/historique")]
    [InlineData("/bureau/ajouter/lieux")]
    public async Task A_visitor_cannot_post_what_a_coordinator_may(string url)
    {
        if (!await space.Read(db => db.Set<Occasion>().AnyAsync(o => o.Slug == "la-halle"))) await space.HasPlace("La halle");
        var visitor = space.Browse();
        var form = await visitor.Open("/lieux/la-halle/corriger");
        var token = form.ValueOf("jeton");
        var answer = await visitor.Http.PostAsync(url, new FormUrlEncodedContent([new("name", "Pirate"), new("Version", "1"), new("Source", "x"), new("Reason", "x"), new("jeton", token)]), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldStartWith("/entrer");
        var halle = await space.Read(db => db.Set<Occasion>().FirstAsync(o => o.Slug == "la-halle"));
        (halle.Name, halle.Status).ShouldBe(("La halle", OccasionStatus.Open));
    }

    [Fact]
    public void Only_what_is_open_to_all_is_allowed_to_a_visitor()
    {
        var rights = space.Services.GetRequiredService<Rights>();
        rights.All.ShouldNotBeEmpty();
        foreach (var act in rights.All) rights.May(Actor.Anyone, act, Guid.NewGuid()).ShouldBe(act.Roles.Contains("visitor"), act.Key);
    }

    [Fact]
    public async Task A_host_edits_their_own_place_and_no_other()
    {
        var (own, other) = (await space.HasPlace("Chez moi"), await space.HasPlace("Chez eux"));
        var host = Register.As("host", own.Id);
        foreach (var (place, allowed) in new[] { (own, true), (other, false) })
        {
            var outcome = await space.In(services => services.GetRequiredService<DescribeOccasion>().Handle(new(place.Id, 1, new Dictionary<string, string> { ["summary"] = "x" }, "Moi", Trame.Foundation.Facts.Channel.Online), host, default));
            outcome.Accepted.ShouldBe(allowed);
        }
    }
}

public sealed class DescribeOccasionOnSqlite(SqliteSpace space) : DescribeOccasionTests(space), IClassFixture<SqliteSpace>;

public sealed class DescribeOccasionOnPostgres(PostgresSpace space) : DescribeOccasionTests(space), IClassFixture<PostgresSpace>;
