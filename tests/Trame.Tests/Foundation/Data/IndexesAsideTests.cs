using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;

namespace Trame.Tests.Foundation.Data;

public sealed class IndexesAsideTests(SqliteSpace space) : IClassFixture<SqliteSpace>
{
    // The trigger that guards the facts asks for « corrects » at each row: without its index, five thousand occasions never came to an end.
    [Fact] public async Task What_must_be_unique_stays_while_a_bulk_comes_and_the_rest_comes_back() => await space.In(async services =>
    {
        var db = services.GetRequiredService<TrameDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var before = await Indexes(db);
        var aside = await IndexesAside.Take(db, ["occasion", "fact"], default);
        var meanwhile = await Indexes(db);
        meanwhile.ShouldContain("ix_fact_corrects");
        meanwhile.ShouldNotContain("ix_fact_kind_at_count");
        await aside.PutBack(db, default);
        (await Indexes(db)).ShouldBe(before);
        return 0;
    });

    private static Task<List<string>> Indexes(TrameDb db) => db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'index' ORDER BY name").ToListAsync();
}
