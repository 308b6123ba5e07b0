using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Foundation.Spaces;

/// <summary>Makes a space ready: backs its database up when a migration is due, then migrates. A failed migration leaves the old file intact and says so.</summary>
public sealed class PrepareSpace(SpaceDatabases databases, DataFolder folder, IEnumerable<IOnPrepared> onPrepared, TimeProvider clock, ILogger<PrepareSpace> log)
{
    /// <summary>The migrations of this version; another list only to prove what happens when one fails.</summary>
    public Func<Provider, IReadOnlyList<Migrator.Migration>> Migrations { get; init; } = Migrator.For;

    public async Task Handle(Space space, CancellationToken stop)
    {
        await using var db = databases.Make(space);
        await Migrate(space, db, stop);
        foreach (var task in onPrepared) await task.Handle(space, db, stop);
    }

    private async Task Migrate(Space space, TrameDb db, CancellationToken stop)
    {
        var pending = await Migrator.Pending(db, Migrations(space.Provider), stop);
        if (pending.Count == 0) return;
        string? backup = null;
        if (await Migrator.Applied(db, stop) > 0) backup = space.Provider == Provider.Sqlite ? await CopyFile(space, stop) : await CopySchema(db, pending[0].Number, stop);
        try
        {
            await Migrator.Apply(db, pending, stop);
        }
        catch (System.Data.Common.DbException reason)
        {
            throw new InvalidOperationException($"The migration of space '{space.Slug}' failed; its data are as they were{(backup is null ? "" : $" (copy: {backup})")}. {reason.Message}", reason);
        }

        log.LogInformation("Space {Space} is at schema {Schema}", space.Slug, pending[^1].Name);
    }

    private async Task<string> CopyFile(Space space, CancellationToken stop)
    {
        var file = Path.Combine(folder.Backups, $"{space.Slug}-{clock.GetUtcNow():yyyyMMdd-HHmmss}-avant-migration.sqlite");
        await using var connection = new SqliteConnection(SpaceDatabases.SqliteConnection(space.Connection));
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        await command.ExecuteNonQueryAsync(stop);
        return file;
    }

    // Inside PostgreSQL: the old tables, whole, in a schema of their own.
    private static async Task<string> CopySchema(TrameDb db, int before, CancellationToken stop)
    {
        var schema = $"avant_{before:0000}";
        var tables = await db.Database.SqlQueryRaw<string>("SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'").ToListAsync(stop);
        var copy = $"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}; " + string.Concat(tables.Select(t => $"CREATE TABLE {schema}.\"{t}\" AS TABLE public.\"{t}\"; "));
        await db.Database.ExecuteSqlRawAsync(copy, stop);
        return schema;
    }
}
