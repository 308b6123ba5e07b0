using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Tests.Registers.Territories;

/// <summary>All communes of the official list: each is in its own department and region, whichever department its intercommunality is shown in.</summary>
public abstract class DepartmentsTests(TestSpace space)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_department_and_region_holds_its_own_communes_and_no_other()
    {
        await France();
        using var list = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", "cog", "communes.json"), Stop)); // read apart from our own reader
        var official = list.RootElement.EnumerateArray().Where(c => c.GetProperty("type").GetString() == "commune-actuelle")
            .Select(c => (Code: c.GetProperty("code").GetString()!, Department: c.GetProperty("departement").GetString()!, Region: c.GetProperty("region").GetString()!)).ToList();
        official.Count.ShouldBe(34_969);
        foreach (var (scheme, kind, expected) in new[] { ("insee-departement", TerritoryKind.Department, official.ToLookup(c => c.Department, c => c.Code)), ("insee-region", TerritoryKind.Region, official.ToLookup(c => c.Region, c => c.Code)) })
        {
            var territories = await space.Read(db => db.Set<TerritoryCode>().Where(c => c.Scheme == scheme).ToDictionaryAsync(c => c.Value, c => c.TerritoryId));
            territories.Keys.ShouldBe(expected.Select(g => g.Key), ignoreOrder: true);
            foreach (var (code, id) in territories) (await CommunesIn(id, kind)).ShouldBe(expected[code], ignoreOrder: true, $"{scheme} {code}");
        }
    }

    [Fact]
    public async Task The_petite_couronne_is_found_by_its_department_and_the_metropole_by_its_own()
    {
        await France();
        var nanterre = await space.Read(db => db.Set<TerritoryCode>().Where(c => c.Scheme == "insee" && c.Value == "92050").Select(c => c.TerritoryId).SingleAsync());
        await space.Act(async db =>
        {
            db.Add(new Place("Ludothèque des essais", $"ludotheque-{Guid.CreateVersion7():N}", nanterre, "essai", db.Now));
            (await db.Save(Stop)).Accepted.ShouldBeTrue();
        });
        (await Found("hauts-de-seine")).ShouldBe(1);
        (await Found(await SlugOf("siren", "200054781"))).ShouldBe(1); // Métropole du Grand Paris
        (await Found(await SlugOf("insee-departement", "75"))).ShouldBe(0);
        (await Found("ile-de-france")).ShouldBe(1);
        (await Found("france")).ShouldBe(1);
        var page = await space.Browse().Open("/territoires/hauts-de-seine");
        page.Words.ShouldContain("Nanterre");
        page.Words.ShouldNotContain("Montreuil");
        await space.Act(db => db.Set<Occasion>().Where(o => o.Name == "Ludothèque des essais").ExecuteDeleteAsync(Stop));
    }

    private Task<List<string>> CommunesIn(Guid id, TerritoryKind kind) => space.Read(async db =>
    {
        List<object> values = [];
        var sql = TerritoryScope.Sql(db, id, kind, v =>
        {
            values.Add(v);
            return $"{{{values.Count - 1}}}";
        });
        var codes = $"SELECT c.value AS \"Value\" FROM territory_code c WHERE c.scheme = 'insee' AND c.territory_id IN ({sql})";
        return await db.Database.SqlQueryRaw<string>(codes, [.. values]).ToListAsync(Stop);
    });

    private Task<int> Found(string territory) => space.In(async services => (await services.GetRequiredService<FindOccasions>().Handle(new OccasionQuery { Territory = territory }, Stop)).Items.Count);

    private Task<string> SlugOf(string scheme, string code) => space.Read(async db => await (from c in db.Set<TerritoryCode>() join t in db.Set<Territory>() on c.TerritoryId equals t.Id where c.Scheme == scheme && c.Value == code select t.Slug).SingleAsync());

    private Task France() => space.Act(async db =>
    {
        if (await db.Set<TerritoryCode>().AnyAsync(c => c.Value == "92050", Stop)) return;
        await using var whole = await db.Database.BeginTransactionAsync(Stop);
        await db.Set<Territory>().ExecuteDeleteAsync(Stop); // the commune that other tests stand on
        await CreateTerritories.Write(db, (await space.Services.GetRequiredService<CreateTerritories>().Plan(TerritoryChoice.France, Stop)).Value!, Stop);
        await whole.CommitAsync(Stop);
    });
}

public sealed class DepartmentsOnSqlite(SqliteSpace space) : DepartmentsTests(space), IClassFixture<SqliteSpace>;

public sealed class DepartmentsOnPostgres(PostgresSpace space) : DepartmentsTests(space), IClassFixture<PostgresSpace>;
