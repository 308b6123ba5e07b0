using Trame.Foundation.Data;

namespace Trame.Tests;

public sealed class SqliteSpace : TestSpace
{
    public override Provider Provider => Provider.Sqlite;

    protected override Task<string> NewDatabase() => Task.FromResult($"{Slug}.sqlite");

    protected override Task DropDatabase() => Task.CompletedTask; // it lies in the folder that goes
}
