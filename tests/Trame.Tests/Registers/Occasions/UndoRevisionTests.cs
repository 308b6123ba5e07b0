using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Tests.Registers.Occasions;

public abstract class UndoRevisionTests(TestSpace space)
{
    [Fact]
    public async Task Taking_a_change_back_is_a_new_change_and_its_word_stays_beside()
    {
        var place = await space.HasPlace("Jardin du Pré-Bercy", "Mairie", ("address", "2 chemin du Pré"), ("cost", "free"), ("hours", "Mo-Fr 09:00-12:00"));
        (await space.Describe(place.Id, 1, "Affiche", ("address", "4 chemin du Pré"), ("cost", "paid"), ("hours", ""))).Accepted.ShouldBeTrue();
        (await Undo(place.Id, 2)).Refusals.ShouldBeEmpty();
        var after = await space.Occasion(place.Id);
        (after.Address, after.Cost, after.Hours, after.Version).ShouldBe(("2 chemin du Pré", Cost.Free, "Mo-Fr 09:00-12:00", 3));
        after.ShownSource(OccasionField.Named("address")).ShouldBe("Mairie");
        after.Disagreements(OccasionField.Named("address")).ShouldHaveSingleItem().Value.ShouldBe("4 chemin du Pré");
    }

    [Fact]
    public async Task A_field_changed_again_since_is_refused_and_the_others_can_be_taken_back_one_by_one()
    {
        var place = await space.HasPlace("Bibliothèque", "Mairie", ("address", "1 place"), ("phone", "04 70 11 11 11"));
        await space.Describe(place.Id, 1, "Affiche", ("address", "2 place"), ("phone", "04 70 22 22 22"));
        await space.Describe(place.Id, 2, "Voisin", ("phone", "04 70 33 33 33"));
        var refused = await Undo(place.Id, 2);
        refused.Refusals.ShouldHaveSingleItem().Field.ShouldBe("phone");
        (await space.Occasion(place.Id)).Address.ShouldBe("2 place");
        (await Undo(place.Id, 2, "address")).Accepted.ShouldBeTrue();
        var after = await space.Occasion(place.Id);
        (after.Address, after.Phone).ShouldBe(("1 place", "04 70 33 33 33"));
    }

    [Fact]
    public async Task Every_field_of_the_register_reads_back_from_the_history()
    {
        var place = await space.HasPlace("Salle", "Mairie");
        (string, string)[] said =
        [
            ("type", "garden"), ("summary", "s"), ("description", "a\nb"), ("address", "x"), ("postal-code", "03400"), ("latitude", "46.5"), ("longitude", "3.25"), ("hours-note", "n"),
            ("itinerant", "yes"), ("stops", """[{"name":"Neuvy","hours":""}]"""), ("carrier", "citizens"), ("fields", "school food"), ("ties", "neighbours"), ("audiences", "everyone seniors"),
            ("openness", "reserved"), ("conditions", "c"), ("cost", "pay-what-you-can"), ("cost-note", "p"), ("offers", "o"), ("capacity", "12"), ("access", "lift"),
            ("acceslibre", "https://acceslibre.beta.gouv.fr/x"), ("how-to-come", "à pied"), ("nearest-stop", "Gare"), ("phone", "04 70 00 00 00"), ("email", "a@b.fr"), ("website", "https://b.fr"),
        ];
        (await space.Describe(place.Id, 1, "Affiche", said)).Refusals.ShouldBeEmpty();
        (await Undo(place.Id, 2)).Refusals.ShouldBeEmpty();
        var after = await space.Occasion(place.Id);
        OccasionField.For(OccasionKind.Place).Where(f => f.Key is not ("name" or "territory" or "type")).Where(f => f.Read(after).Length > 0).ShouldBeEmpty();
    }

    private async Task<Outcome> Undo(Guid id, int version, params string[] only) => await space.In(async services =>
    {
        var revision = await services.GetRequiredService<TrameDb>().Set<Revision>().FirstAsync(r => r.SubjectId == id && r.Version == version);
        return await services.GetRequiredService<UndoRevision>().Handle(new(id, revision.Id, only.Length == 0 ? null : only), Register.As("coordinator"), default);
    });
}

public sealed class UndoRevisionOnSqlite(SqliteSpace space) : UndoRevisionTests(space), IClassFixture<SqliteSpace>;

public sealed class UndoRevisionOnPostgres(PostgresSpace space) : UndoRevisionTests(space), IClassFixture<PostgresSpace>;
