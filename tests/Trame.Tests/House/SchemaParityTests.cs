using Trame.Foundation.Data;

namespace Trame.Tests.House;

/// <summary>The numbered SQL and the model say the same tables, on the database itself.</summary>
public abstract class SchemaParityTests(TestSpace space)
{
    [Fact]
    public async Task Runs_on_the_database_it_names() => (await space.ProviderInUse()).ShouldBe(space.Provider);

    [Fact]
    public async Task The_database_and_the_model_are_the_same()
    {
        var (database, model) = await Both();
        model.Tables.Count.ShouldBeGreaterThan(10);
        database.Against(model).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_difference_of_any_kind_is_caught()
    {
        var (database, model) = await Both();
        var person = model.Tables["person"];
        var session = model.Tables["session"];
        Caught(model, database, With(person, columns: c => c["stray"] = "text null")).ShouldContain("person: lacks the column stray");
        Caught(model, database, With(person, columns: c => c.Remove("language"))).ShouldContain("person: the model does not know the column language");
        Caught(model, database, With(person, columns: c => c["display_name"] = c["display_name"].Replace("not null", "null", StringComparison.Ordinal))).ShouldHaveSingleItem().ShouldContain("display_name is ");
        Caught(model, database, session with { Indexes = new HashSet<string>() }).ShouldContain("session: the model does not know the index unique (token_hash)");
        Caught(model, database, session with { Indexes = session.Indexes.Append("(started_at)").ToHashSet() }).ShouldHaveSingleItem().ShouldContain("lacks the index (started_at)");
        Caught(model, database, session with { Links = new HashSet<string>() }).ShouldHaveSingleItem().ShouldContain("the model does not know the link");
    }

    [Fact]
    public void A_table_on_one_side_only_is_caught()
    {
        var alone = new Schema(new Dictionary<string, SchemaTable> { ["alone"] = new("alone", new Dictionary<string, string>(), new HashSet<string>(), new HashSet<string>()) });
        var empty = new Schema(new Dictionary<string, SchemaTable>());
        alone.Against(empty).ShouldHaveSingleItem();
        empty.Against(alone).ShouldHaveSingleItem();
    }

    private async Task<(Schema Database, Schema Model)> Both() => await space.Read(async db => (await SchemaReading.OfDatabase(db), SchemaReading.OfModel(db)));

    private static List<string> Caught(Schema model, Schema database, SchemaTable changed) =>
        [.. database.Against(new Schema(new Dictionary<string, SchemaTable>(model.Tables) { [changed.Name] = changed }))];

    private static SchemaTable With(SchemaTable table, Action<Dictionary<string, string>> columns)
    {
        var changed = new Dictionary<string, string>(table.Columns);
        columns(changed);
        return table with { Columns = changed };
    }
}

public sealed class SchemaParityOnSqlite(SqliteSpace space) : SchemaParityTests(space), IClassFixture<SqliteSpace>;

public sealed class SchemaParityOnPostgres(PostgresSpace space) : SchemaParityTests(space), IClassFixture<PostgresSpace>;
