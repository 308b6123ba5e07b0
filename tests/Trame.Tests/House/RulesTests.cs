using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using RightTo = Trame.Foundation.Web.Act;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Tests.House;

/// <summary>
/// What Trame refuses (mission, R1 to R12) and what holds each refusal today. Rules about rooms that are not built yet (R7 debates, R8 mixing,
/// R9 forms of cooperation, R11 informal help) get their test with their room.
/// </summary>
public abstract class RulesTests(TestSpace space)
{
    // R1, R4: words that would make a profile of somebody.
    private static readonly string[] Profiling = ["score", "rank", "rating", "risk", "profile", "diagnos", "religion", "origin", "ethnic", "nationality", "political", "union", "health", "gender", "birth", "income"];

    [Fact]
    public async Task R1_R4_nothing_is_kept_of_a_person_that_could_rank_or_sort_them()
    {
        var columns = await Columns(typeof(Person), typeof(SignIn), typeof(RoleGrant), typeof(Session), typeof(SecurityEvent), typeof(Invitation));
        columns.ShouldNotBeEmpty();
        columns.Where(c => Profiling.Any(w => c.Contains(w, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public void R2_no_right_depends_on_what_someone_did() =>
        typeof(Rights).GetConstructors().ShouldHaveSingleItem().GetParameters().Select(p => p.ParameterType).ShouldBe([typeof(IEnumerable<RightTo>)], "rights are read from roles, never from facts");

    [Fact]
    public async Task R3_nobody_is_keyed_on_an_address_or_a_number() => await space.Act(async db =>
    {
        db.Add(new Person("Camille", "fr", db.Now)); // no e-mail, no phone
        db.Add(new Person("Camille", "fr", db.Now)); // and nobody has to be unique
        (await db.Save(default)).Accepted.ShouldBeTrue();
    });

    [Fact]
    public void R3_each_way_in_counts_the_same() => Enum.GetNames<Channel>().ShouldBe(["Online", "Counter", "Phone", "Paper", "Import"]);

    [Fact]
    public async Task R6_a_fact_has_no_person_and_no_free_text()
    {
        var fact = await space.Read(db => Task.FromResult(db.Model.FindEntityType(typeof(Fact))!));
        fact.GetForeignKeys().Where(k => k.PrincipalEntityType.ClrType == typeof(Person)).ShouldBeEmpty();
        fact.GetProperties().Where(p => p.Name.Contains("Person", StringComparison.Ordinal)).ShouldBeEmpty();
        // Text columns of a fact are closed words, each with a length; structures are sums and identifiers.
        fact.GetProperties().Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null or > 60).Select(p => p.Name).ShouldBeEmpty();
        fact.GetProperties().Where(p => p.ClrType.IsGenericType && p.ClrType.GetGenericTypeDefinition() == typeof(List<>)).Select(p => p.ClrType.GetGenericArguments()[0]).ShouldBe([typeof(Guid), typeof(Marginal)], ignoreOrder: true);
    }

    [Fact]
    public async Task R6_no_table_joins_a_person_to_a_person()
    {
        var model = await space.Read(db => Task.FromResult(db.Model));
        var named = model.GetEntityTypes().Select(e => (Table: e.ClrType.Name, People: e.GetProperties().Count(p => IsAPerson(p.Name)))).ToList();
        named.ShouldContain(t => t.Table == nameof(Session) && t.People == 1, "the search must see a person where there is one");
        // The journal of security says who gave a role to whom: kept for a time, read by those who answer for it, never shown as a link.
        named.Where(t => t.People > 1 && t.Table != nameof(SecurityEvent)).ShouldBeEmpty();
    }

    [Fact]
    public async Task R12_a_fact_cannot_be_changed_or_taken_back() => await space.Act(async db =>
    {
        var fact = new Fact(new FactKind("occasion.verified"), space.CommuneId, Channel.Counter, db.Now);
        db.Add(fact);
        (await db.Save(default)).Accepted.ShouldBeTrue();
        (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE fact SET kind = 'other'"))).Message.ShouldContain("append-only");
        (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM fact"))).Message.ShouldContain("append-only");
        if (db.Provider == Trame.Foundation.Data.Provider.Sqlite) (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO fact SELECT * FROM fact"))).Message.ShouldContain("append-only");
    });

    [Fact]
    public void R12_a_fact_has_no_way_to_be_changed() => typeof(Fact).GetProperties().Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit")).ShouldBeEmpty();

    [Fact]
    public void Entities_have_no_public_setter() => // the invariants are in the methods
        typeof(Occasion).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Trame.Registers", StringComparison.Ordinal) == true && typeof(Trame.Foundation.Data.IVersioned).IsAssignableFrom(t))
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit"))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}").Distinct().ShouldBeEmpty();

    private static bool IsAPerson(string column) => column.EndsWith("PersonId", StringComparison.Ordinal) || column.EndsWith("PeopleIds", StringComparison.Ordinal);

    private Task<List<string>> Columns(params Type[] entities) => space.Read(db => Task.FromResult(entities.SelectMany(e => db.Model.FindEntityType(e)!.GetProperties()).Select(p => p.Name).ToList()));
}

public sealed class RulesOnSqlite(SqliteSpace space) : RulesTests(space), IClassFixture<SqliteSpace>;

public sealed class RulesOnPostgres(PostgresSpace space) : RulesTests(space), IClassFixture<PostgresSpace>;
