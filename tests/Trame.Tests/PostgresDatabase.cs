using Npgsql;

namespace Trame.Tests;

/// <summary>An empty database of its own on the server that <c>./test</c> starts on loopback (TRAME_TEST_POSTGRES); gone with whoever asked for it.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TRAME_TEST_POSTGRES");
    private readonly string _name = $"trame_test_{Guid.NewGuid():N}";

    private PostgresDatabase() => Connection = new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 8 }.ToString();

    /// <summary>Why there is none on this machine; null when there is.</summary>
    public static string? Missing => string.IsNullOrEmpty(Server) ? "no PostgreSQL: ./test starts one when it is installed (apt-get install postgresql)" : null;

    public string Connection { get; }

    /// <summary>Without a server the test is skipped, and says so.</summary>
    public static async Task<PostgresDatabase> Create()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var database = new PostgresDatabase();
        await database.CreateAgain();
        return database;
    }

    public Task CreateAgain() => Run($"CREATE DATABASE {_name}");

    /// <summary>Whoever is connected is cut off.</summary>
    public async Task Drop()
    {
        NpgsqlConnection.ClearAllPools();
        await Run($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync() => await Drop();

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
