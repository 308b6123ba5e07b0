using Trame.Foundation.Data;

namespace Trame.Tests;

/// <summary>A space in a <see cref="PostgresDatabase"/>. Without a server, its tests are skipped and say so.</summary>
public sealed class PostgresSpace : TestSpace
{
    private PostgresDatabase? _database;

    public override Provider Provider => Provider.Postgres;

    protected override string? Missing => PostgresDatabase.Missing;

    protected override async Task<string> NewDatabase()
    {
        _database = await PostgresDatabase.Create();
        return _database.Connection;
    }

    protected override async Task DropDatabase()
    {
        if (_database is not null) await _database.DisposeAsync();
    }
}
