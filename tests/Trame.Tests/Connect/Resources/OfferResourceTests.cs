using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Foundation.Facts;
using Trame.Registers.People;
using Trame.Tests.Connect.Needs;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Connect.Resources;

public abstract class OfferResourceTests(TestSpace space)
{
    [Fact]
    public async Task A_room_says_how_many_it_welcomes_and_a_place_is_one_of_the_register()
    {
        var answer = await (await space.Browse().Open("/relier/proposer")).Send(("Nature", "premises"), ("GivenBy", "place"), ("Giver", "Nulle part"), ("What", "La salle du bas"), ("Commune", "yzeure"), ("Consent", "true"), ("PerWeek", "30"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.RefusalOf("Seats").ShouldContain("combien de personnes");
        answer.RefusalOf("Giver").ShouldContain("Nulle part");
        answer.RefusalOf("PerWeek").ShouldContain("1 à 14");
        var place = await space.HasRoom();
        (await (await space.Browse().Open("/relier/proposer")).Send(("Nature", "premises"), ("GivenBy", "place"), ("Giver", place.Name), ("What", "La salle du bas"), ("Seats", "18"), ("Commune", "yzeure"), ("Consent", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var offered = await space.Read(db => db.Set<Resource>().SingleAsync(r => r.PlaceId == place.Id));
        (offered.Latitude, offered.Seats).ShouldBe((place.Latitude, 18), "where a place stands is known to all");
        (await space.Facts(ResourceFacts.Offered, offered.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task What_somebody_finds_wrong_is_frozen_until_a_human_answers_with_reasons()
    {
        var what = $"Vendre des assurances {Register.Unique()}";
        var offer = (await space.Offer(what: what)).Value!;
        (await space.In(s => s.GetRequiredService<TellConcern>().Handle(new TellConcern.Request(offer.Id, null, "Il vend quelque chose", "", Channel.Online), Trame.Foundation.Web.Actor.Anyone, default))).Refusals.ShouldBeEmpty();
        (await space.Read(db => db.Set<Resource>().SingleAsync(r => r.Id == offer.Id))).Status.ShouldBe(EntryStatus.Frozen);
        var coordinator = await space.BrowseAs(Role.Coordinator);
        var desk = await coordinator.Open("/relier/offres");
        desk.Words.ShouldContain(what);
        (await desk.SendTo("?handler=Judge", ("Answer", ""), ("Right", "yes"))).Words.ShouldContain("Une réponse avec ses raisons");
        (await (await coordinator.Open("/relier/offres")).SendTo("?handler=Judge", ("Answer", "Ici rien ne se vend"), ("Right", "yes"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var ended = await space.Read(db => db.Set<Resource>().SingleAsync(r => r.Id == offer.Id));
        (ended.Status, ended.What).ShouldBe((EntryStatus.Withdrawn, ""));
        (await space.Facts(ResourceFacts.Judged, offer.Id)).ShouldBe(1);
    }
}

public sealed class OfferResourceOnSqlite(SqliteSpace space) : OfferResourceTests(space), IClassFixture<SqliteSpace>;

public sealed class OfferResourceOnPostgres(PostgresSpace space) : OfferResourceTests(space), IClassFixture<PostgresSpace>;
