using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;
using Outcome = Trame.Foundation.Data.Outcome;

namespace Trame.Tests.Registers.Organisations;

public abstract class MergeOrganisationsTests(TestSpace space)
{
    private static readonly OccasionField Carries = OccasionField.Named("organisation");

    [Fact]
    public async Task A_merge_keeps_every_word_and_takes_what_is_carried_along_and_its_undoing_gives_both_back()
    {
        var kept = await space.HasOrganisation("Amicale du Pré", phone: "04 70 00 00 01", codes: ("rna", "W033001234"));
        var twin = await space.HasOrganisation("L’amicale du Pré", phone: "04 70 00 00 02", email: "amicale@exemple.fr", source: "Préfecture", codes: ("siret", "73282932000074"));
        var ours = await space.HasPlace("Salle de l’amicale", said: ("organisation", $"{kept.Id}"));
        var theirs = await space.HasPlace("Verger de l’amicale", said: ("organisation", $"{twin.Id}"));
        var disputed = await space.HasPlace("Four de l’amicale", "Mairie", ("organisation", $"{twin.Id}"));
        (await space.Describe(disputed.Id, 1, "Affiche", ("organisation", $"{kept.Id}"))).Accepted.ShouldBeTrue();
        var before = (await space.Organisation(kept.Id), await space.Organisation(twin.Id));

        space.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Merge(kept, twin, "phone")).Refusals.ShouldBeEmpty();
        var merged = await space.Organisation(kept.Id);
        (merged.Phone, merged.Email, merged.Name, merged.Source).ShouldBe(("04 70 00 00 02", "amicale@exemple.fr", "Amicale du Pré", "Mairie ; Préfecture"));
        merged.Codes.ShouldBe(new Dictionary<string, string> { ["rna"] = "W033001234", ["siret"] = "73282932000074" }, ignoreOrder: true);
        var gone = await space.Organisation(twin.Id);
        (gone.MergedIntoId, gone.Phone, gone.Email).ShouldBe((kept.Id, "04 70 00 00 02", "amicale@exemple.fr"));
        (await space.Occasion(theirs.Id)).OrganisationId.ShouldBe(kept.Id);
        (await space.Occasion(disputed.Id)).Disagreements(Carries).ShouldBeEmpty("both sources name the same one now");
        (await space.Facts(OrganisationFacts.Merged, kept.Id)).ShouldBe(1);

        space.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Split(twin)).Refusals.ShouldBeEmpty();
        var after = (await space.Organisation(kept.Id), await space.Organisation(twin.Id));
        OrganisationField.All.Select(f => f.Read(after.Item1)).ShouldBe(OrganisationField.All.Select(f => f.Read(before.Item1)));
        OrganisationField.All.Select(f => f.Read(after.Item2)).ShouldBe(OrganisationField.All.Select(f => f.Read(before.Item2)));
        (after.Item2.MergedIntoId, after.Item2.ClosedAt).ShouldBe((null, null));
        (await space.Occasion(theirs.Id)).OrganisationId.ShouldBe(twin.Id);
        (await space.Occasion(ours.Id)).OrganisationId.ShouldBe(kept.Id);
        var two = await space.Occasion(disputed.Id);
        two.OrganisationId.ShouldBe(kept.Id);
        two.Disagreements(Carries).ShouldHaveSingleItem().Value.ShouldBe($"{twin.Id}");
        (await space.Facts(OrganisationFacts.Split, kept.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task What_changed_after_the_merge_survives_its_undoing_and_a_closed_duplicate_stays_closed()
    {
        var kept = await space.HasOrganisation("Les mains vertes");
        var twin = await space.HasOrganisation("Mains vertes", phone: "04 70 00 00 03");
        await space.In(services => services.GetRequiredService<CloseOrganisation>().Handle(new(twin.Id, 1, false, "Dissoute"), Register.As("coordinator"), default));
        space.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Merge(kept, twin)).Refusals.ShouldBeEmpty();
        var form = await (await space.BrowseAs(Role.Coordinator)).Open($"/organisations/{kept.Slug}/decrire");
        (await form.Send(("Phone", "04 70 00 00 04"), ("Source", "Appel"))).Status.ShouldBe(HttpStatusCode.Redirect);
        space.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Split(twin)).Refusals.ShouldBeEmpty();
        (await space.Organisation(kept.Id)).Phone.ShouldBe("04 70 00 00 04");
        (await space.Organisation(twin.Id)).ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_organisation_does_not_merge_with_itself_nor_twice_nor_into_a_closed_one_nor_over_a_change_made_meanwhile()
    {
        var kept = await space.HasOrganisation("Foyer rural");
        var twin = await space.HasOrganisation("Le foyer rural", phone: "04 70 00 00 05");
        var third = await space.HasOrganisation("Foyer rural bis");
        (await Merge(kept, kept)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("organisations.merge.itself");
        (await space.In(services => services.GetRequiredService<MergeOrganisations>().Handle(new(kept.Id, 7, twin.Id, 1, []), Register.As("coordinator"), default))).Refusals.ShouldBe([Refusal.Conflict]);
        (await space.In(services => services.GetRequiredService<MergeOrganisations>().Handle(new(kept.Id, 1, twin.Id, 1, []), Register.As("counter-agent"), default))).Refusals.ShouldBe([Refusal.NotAllowed]);
        (await space.Organisation(twin.Id)).MergedIntoId.ShouldBeNull();
        (await Merge(kept, twin)).Accepted.ShouldBeTrue();
        (await Merge(third, twin)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("organisations.merge.already");
        await space.In(services => services.GetRequiredService<CloseOrganisation>().Handle(new(third.Id, 1, false, "Dissoute"), Register.As("coordinator"), default));
        (await Merge(third, kept)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("organisations.merge.closed");
        (await space.In(services => services.GetRequiredService<CloseOrganisation>().Handle(new(twin.Id, 2, true, "Rouverte"), Register.As("coordinator"), default))).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("organisations.reopen.merged");
    }

    [Fact]
    public async Task A_role_in_the_one_that_disappeared_is_a_role_in_the_one_that_stays()
    {
        var kept = await space.HasOrganisation("Secours du quartier");
        var twin = await space.HasOrganisation("Secours de quartier");
        var place = await space.HasPlace("Vestiaire du quartier", said: ("organisation", $"{kept.Id}"));
        var host = await Host(twin.Id);
        (await host.Open($"/lieux/{place.Slug}/decrire")).Location.ShouldBe($"/lieux/{place.Slug}/corriger");
        (await Merge(kept, twin)).Accepted.ShouldBeTrue();
        (await host.Open($"/lieux/{place.Slug}/decrire")).Status.ShouldBe(HttpStatusCode.OK);
        (await Split(twin)).Accepted.ShouldBeTrue();
        (await host.Open($"/lieux/{place.Slug}/decrire")).Location.ShouldBe($"/lieux/{place.Slug}/corriger");
    }

    [Fact]
    public async Task A_coordinator_is_shown_the_duplicates_compares_merges_and_undoes()
    {
        var kept = await space.HasOrganisation("Épicerie des Cèdres", phone: "04 70 00 00 06", codes: ("siret", "35600000000048"));
        var twin = await space.HasOrganisation("epicerie des cedres", phone: "04 70 00 00 07");
        var other = await space.HasOrganisation("EPI des Cèdres", codes: ("siret", "35600000000048"));
        var browser = await space.BrowseAs(Role.Coordinator);
        var list = await browser.Open("/organisations/doublons");
        list.Words.ShouldContain("Même numéro : SIRET 35600000000048");
        list.Document.QuerySelectorAll("a").Count(a => a.GetAttribute("href")?.Contains($"{other.Id}") == true).ShouldBe(1);
        var page = await browser.Open($"/organisations/{kept.Slug}");
        page.Document.QuerySelector($"a[href='/organisations/fusionner?garder={kept.Id}&doublon={twin.Id}']").ShouldNotBeNull();
        var compare = await browser.Open($"/organisations/fusionner?garder={kept.Id}&doublon={twin.Id}");
        var merged = await compare.Send(("garder-phone", "theirs"));
        merged.Location.ShouldBe($"/organisations/{kept.Slug}/historique");
        (await browser.Open($"/organisations/{twin.Slug}")).Location.ShouldBe($"/organisations/{kept.Slug}");
        var history = await merged.Follow();
        history.Words.ShouldContain("04 70 00 00 07");
        (await history.SendTo("?handler=Split")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Organisation(kept.Id)).Phone.ShouldBe("04 70 00 00 06");
        (await space.Browse().Open("/organisations/doublons")).Status.ShouldBe(HttpStatusCode.Redirect, "a visitor is shown the way in");
        (await (await space.BrowseAs(Role.CounterAgent)).Open("/organisations/doublons")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_search_and_a_form_that_name_the_duplicate_reach_the_one_that_stays()
    {
        var kept = await space.HasOrganisation("Compagnons du bocage");
        var twin = await space.HasOrganisation("Les compagnons du bocage");
        var place = await space.HasPlace("Atelier du bocage", said: ("organisation", $"{twin.Id}"));
        (await Merge(kept, twin)).Accepted.ShouldBeTrue();
        (await space.Browse().Open($"/occasions?organisation={twin.Slug}")).Words.ShouldContain(place.Name);
    }

    private Task<Outcome> Merge(Organisation kept, Organisation twin, params string[] theirs) => space.In(async services =>
    {
        var (mine, other) = (await space.Organisation(kept.Id), await space.Organisation(twin.Id));
        return await services.GetRequiredService<MergeOrganisations>().Handle(new(mine.Id, mine.Version, other.Id, other.Version, theirs), Register.As("coordinator"), default);
    });

    private Task<Outcome> Split(Organisation twin) => space.In(services => services.GetRequiredService<SplitOrganisation>().Handle(new(twin.Id), Register.As("coordinator"), default));

    private Task<Browser> Host(Guid scope) => space.In(async services =>
    {
        var db = services.GetRequiredService<TrameDb>();
        var person = new Person("Dominique", "fr", db.Now);
        db.AddRange(person, new RoleGrant(person.Id, Role.Host, scope, "essai", db.Now));
        var signedIn = services.GetRequiredService<SignedIn>();
        var token = signedIn.Start(person);
        (await db.Save(default)).Accepted.ShouldBeTrue();
        return new Browser(space.Address, signedIn.CookieName, token);
    });
}

public sealed class MergeOrganisationsOnSqlite(SqliteSpace space) : MergeOrganisationsTests(space), IClassFixture<SqliteSpace>;

public sealed class MergeOrganisationsOnPostgres(PostgresSpace space) : MergeOrganisationsTests(space), IClassFixture<PostgresSpace>;
