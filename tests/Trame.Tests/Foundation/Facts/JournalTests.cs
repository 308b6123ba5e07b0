using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Tests.Foundation.Facts;

public abstract class JournalTests(TestSpace space)
{
    private static readonly FactKind Held = new("moment.held");

    [Fact]
    public async Task Runs_on_the_database_it_names() => (await space.ProviderInUse()).ShouldBe(space.Provider);

    [Theory]
    [InlineData("UPDATE fact SET \"count\" = 99")]
    [InlineData("DELETE FROM fact")]
    public async Task The_database_itself_refuses_to_change_a_fact(string sql)
    {
        await Tell(14);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => space.Act(db => db.Database.ExecuteSqlRawAsync(sql)));
    }

    [Fact]
    public async Task Rebuilt_read_models_are_the_same_to_the_byte_corrections_included()
    {
        var wrong = await Tell(41);
        await Tell(12);
        await Tell(14, corrects: wrong);
        var kept = await space.Read(db => RebuildReadModels.Fingerprint(db, default));
        var rebuilt = await space.Read(db => new RebuildReadModels().Handle(db, default));
        rebuilt.Fingerprint.ShouldBe(kept);
        var people = await space.Read(db => db.Set<FactTally>().Where(t => t.Kind == Held.Key).SumAsync(t => t.People));
        var told = await space.Read(db => db.Set<Fact>().Where(f => f.Kind == Held.Key && !db.Set<Fact>().Any(c => c.Corrects == f.Id)).SumAsync(f => f.Count ?? 0));
        people.ShouldBe(told);
    }

    private async Task<Guid> Tell(int count, Guid? corrects = null)
    {
        var fact = new Fact(Held, space.CommuneId, Channel.Paper, NodaTime.Instant.FromDateTimeOffset(space.Clock.GetUtcNow()))
        {
            Count = count, Corrects = corrects, SubjectType = "occasion", SubjectId = Guid.Parse("00000000-0000-7000-8000-00000000000a"),
            Marginals = [new Marginal("age", "60-74", count)],
        };
        await space.Act(async db =>
        {
            db.Add(fact);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        return fact.Id;
    }
}

public sealed class JournalOnSqlite(SqliteSpace space) : JournalTests(space), IClassFixture<SqliteSpace>;

public sealed class JournalOnPostgres(PostgresSpace space) : JournalTests(space), IClassFixture<PostgresSpace>;
