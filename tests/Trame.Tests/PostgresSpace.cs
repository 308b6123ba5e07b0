using Npgsql;
using Trame.Foundation.Data;

namespace Trame.Tests;

/// <summary>A database of its own on the server that <c>./test</c> starts on loopback (TRAME_TEST_POSTGRES). Without one, its tests are skipped and say so.</summary>
public sealed class PostgresSpace : TestSpace
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TRAME_TEST_POSTGRES");
    private readonly string _name = $"trame_test_{Guid.NewGuid():N}";

    public override Provider Provider => Provider.Postgres;

    protected override string? Missing => string.IsNullOrEmpty(Server) ? "no PostgreSQL: ./test starts one when it is installed (apt-get install postgresql)" : null;

    protected override async Task<string> NewDatabase()
    {
        await Run($"CREATE DATABASE {_name}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 8 }.ToString();
    }

    protected override async Task DropDatabase()
    {
        NpgsqlConnection.ClearAllPools();
        await Run($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
