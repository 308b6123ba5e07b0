using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Tests.Registers.Occasions;

public abstract class OccasionSearchTests(TestSpace space)
{
    private static readonly Instant Said = Instant.FromUtc(2026, 11, 1, 8, 0);

    [Theory]
    [InlineData("gouter", true)]
    [InlineData("goûters", true)]
    [InlineData("gou", true)]
    [InlineData("\"goûter des aînés\"", true)]
    [InlineData("\"aînés goûter\"", false)]
    [InlineData("goûter -couture", true)]
    [InlineData("goûter -aînés", false)]
    [InlineData("médiathèques yzeure", true)]
    [InlineData("qzkplace", false)]
    [InlineData("goûter AND OR NOT NEAR( \" * ' ; --", false)]
    public async Task What_people_type_finds_what_they_mean(string typed, bool found)
    {
        var id = await Kept("Le goûter des aînés", ("type", "library"), ("description", "Un après-midi d’écoute."));
        (await Find(typed)).Contains(id).ShouldBe(found);
    }

    [Fact] public async Task Tags_find_what_filters_ask()
    {
        var id = await Kept("Salle polyvalente", ("fields", "culture sport"), ("audiences", "seniors"), ("access", "step-free"), ("cost", "free"), ("hours", "Sa 19:00-23:00; PH off"), ("type", "third-place"));
        foreach (var tag in (string[])["qzkplace", "qzfculture", "qzfsport", "qzaseniors", "qzlstepfree", "qzcfree", "qztthirdplace", "qzosat", "qzoeve", "qzoaug"])
            (await FindTag(tag)).ShouldContain(id, tag);
        foreach (var tag in (string[])["qzkmoment", "qzosun", "qzoph", "qziti", "salle"]) (await FindTag(tag)).ShouldNotContain(id, tag);
    }

    [Fact] public async Task What_changes_is_found_by_its_new_words_only()
    {
        var id = await Kept("Ancienne halle");
        await space.Act(async db =>
        {
            var place = await db.Set<Occasion>().FirstAsync(o => o.Id == id);
            place.Describe(OccasionField.Named("name"), "Chapiteau", "essai", Said).Accepted.ShouldBeTrue();
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        (await Find("halle")).ShouldNotContain(id);
        (await Find("chapiteau")).ShouldContain(id);
    }

    [Fact] public async Task A_renamed_organisation_or_commune_renames_what_it_finds()
    {
        var (organisation, commune) = (new Organisation(OrganisationKind.Association, "Les Colibris", Slug(), space.CommuneId, "essai", Said), new Territory(TerritoryKind.Commune, "Avermes", Slug(), null));
        await Saved(organisation, commune);
        var id = await Kept("Atelier vélo", ("organisation", organisation.Id.ToString()), ("territory", commune.Id.ToString()));
        (await Find("colibri avermes")).ShouldContain(id);
        await space.Act(async db =>
        {
            (await db.Set<Organisation>().FirstAsync(o => o.Id == organisation.Id)).Describe(OrganisationKind.Association, "Les Hirondelles", null, null, null, null, "essai", Said);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        (await Find("hirondelles")).ShouldContain(id);
        (await Find("colibris")).ShouldNotContain(id);
    }

    [Fact] public async Task The_whole_index_can_be_written_again()
    {
        var id = await Kept("Observatoire des étoiles");
        await space.Act(db => db.Database.ExecuteSqlRawAsync(db.Provider == Provider.Sqlite ? "INSERT INTO occasion_fts (occasion_fts) VALUES ('delete-all')" : "UPDATE occasion SET search = NULL"));
        (await Find("étoile")).ShouldBeEmpty();
        long told = 0;
        var count = await space.In(s => s.GetRequiredService<OccasionSearch>().RebuildAll(s.GetRequiredService<TrameDb>(), n => told = n, default));
        count.ShouldBe(told);
        (await Find("étoile")).ShouldBe([id]);
    }

    private static string Slug() => $"essai-{Guid.NewGuid():N}";

    private Task<List<Guid>> Find(string typed) => Matching(provider => SearchMatch.Of(provider, FrenchTokens.Query(typed), []));

    private Task<List<Guid>> FindTag(string tag) => Matching(provider => SearchMatch.Of(provider, FrenchTokens.Query(""), [["nothing", tag]]));

    private Task<List<Guid>> Matching(Func<Provider, SearchMatch> match) => space.Read(db =>
    {
        var (found, absent) = match(db.Provider);
        return db.Set<Occasion>().FromSqlRaw(db.Provider == Provider.Sqlite
            ? "SELECT * FROM occasion WHERE seq IN (SELECT rowid FROM occasion_fts WHERE occasion_fts MATCH {0}) AND seq NOT IN (SELECT rowid FROM occasion_fts WHERE occasion_fts MATCH {1})"
            : "SELECT * FROM occasion WHERE search @@ {0}::tsquery AND NOT search @@ {1}::tsquery", found!, absent ?? (db.Provider == Provider.Sqlite ? "\"qz\"" : "'qz'")).Select(o => o.Id).ToListAsync();
    });

    private async Task<Guid> Kept(string name, params (string Field, string Value)[] said)
    {
        var place = new Place(name, Slug(), space.CommuneId, "essai", Said);
        foreach (var (field, value) in said) place.Describe(OccasionField.Named(field), value, "essai", Said).Refusals.ShouldBeEmpty();
        await Saved(place);
        return place.Id;
    }

    private Task Saved(params object[] rows) => space.Act(async db =>
    {
        db.AddRange(rows);
        (await db.Save(default)).Accepted.ShouldBeTrue();
    });
}

public sealed class OccasionSearchOnSqlite(SqliteSpace space) : OccasionSearchTests(space), IClassFixture<SqliteSpace>;

public sealed class OccasionSearchOnPostgres(PostgresSpace space) : OccasionSearchTests(space), IClassFixture<PostgresSpace>;
