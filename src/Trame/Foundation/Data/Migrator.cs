using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Trame.Foundation.Data;

/// <summary>Brings a database to the numbered SQL of this version. Each migration is one transaction: it is applied whole or not at all.</summary>
public static class Migrator
{
    private const string History = "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)";

    public sealed record Migration(int Number, string Name, string Sql);

    public static IReadOnlyList<Migration> For(Provider provider)
    {
        var assembly = typeof(Migrator).Assembly;
        var prefix = $"Trame.Foundation.Data.Migrations.{provider}.";
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(n => Read(assembly, n, prefix))];
    }

    /// <summary>Migrations that this database has not seen. Refuses a database written by a newer Trame.</summary>
    public static Task<IReadOnlyList<Migration>> Pending(TrameDb db, CancellationToken stop) => Pending(db, For(db.Provider), stop);

    public static async Task<IReadOnlyList<Migration>> Pending(TrameDb db, IReadOnlyList<Migration> known, CancellationToken stop)
    {
        var applied = await Applied(db, stop);
        if (applied > known[^1].Number) throw new NewerSchemaException(applied, known[^1].Number);
        return [.. known.Where(m => m.Number > applied)];
    }

    public static async Task<int> Applied(TrameDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var connection = db.Database.GetDbConnection();
        await Run(connection, History, stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(MAX(number), 0) FROM schema_version";
        return Convert.ToInt32(await command.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture);
    }

    public static async Task Apply(TrameDb db, IReadOnlyList<Migration> migrations, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var connection = db.Database.GetDbConnection();
        if (db.Provider == Provider.Sqlite) await Run(connection, "PRAGMA journal_mode = WAL", stop);
        foreach (var migration in migrations)
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await Run(connection, migration.Sql, stop, transaction);
            await using var mark = connection.CreateCommand();
            mark.Transaction = transaction;
            mark.CommandText = $"INSERT INTO schema_version (number, name, applied_at) VALUES ({migration.Number}, '{migration.Name}', '{db.Now}')";
            await mark.ExecuteNonQueryAsync(stop);
            await transaction.CommitAsync(stop);
        }
    }

    private static async Task Run(DbConnection connection, string sql, CancellationToken stop, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }

    private static Migration Read(Assembly assembly, string resource, string prefix)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var file = resource[prefix.Length..^".sql".Length];
        return new Migration(int.Parse(file[..4], System.Globalization.CultureInfo.InvariantCulture), file, reader.ReadToEnd());
    }
}
