using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Spaces;

/// <summary>Puts a backup in the place of a space, or opens a space from it. The backup is checked first; the data of today are kept aside.</summary>
public sealed class RestoreSpace(SpaceDirectory directory, SpaceDatabases databases, PrepareSpace prepare, CopySpace copy, DataFolder folder, TimeProvider clock)
{
    /// <param name="KeptAside">Where the data of before are; null when there was no such space.</param>
    public sealed record Restored(Space Space, string? KeptAside);

    public async Task<Outcome<Restored>> Handle(string file, string slug, CancellationToken stop)
    {
        if (!File.Exists(file)) return new Refusal("spaces.restore.no-file", "file", file);
        if (await Unsound(file, stop) is { } refused) return refused;
        var current = directory.Find(slug);
        if (current is null && !SpaceAddress.IsOne(slug)) return new Refusal("spaces.slug.form", "space", slug);
        var name = MoveSpace.FreeFile(folder, slug, clock);
        var made = new Space(slug, current?.Name ?? slug, Provider.Sqlite, Path.Combine(folder.Spaces, name), null, false, false);
        await WholeFile.Make(made.Connection, async making =>
        {
            await Copy(file, making, stop);
            await prepare.Handle(made with { Connection = making }, stop); // migrated, and those who were erased forgotten again
        });
        return current switch
        {
            null => await Open(made, name, stop),
            { Provider: Provider.Postgres } => await IntoPostgres(current, made, stop),
            _ => Switch(current, made, name),
        };
    }

    private async Task<Outcome<Restored>> Open(Space made, string name, CancellationToken stop)
    {
        await using var db = databases.Open(Provider.Sqlite, made.Connection);
        var settings = await SpaceSettings.Read(db, stop);
        var added = directory.Add(made with { Name = settings.Name, Connection = name, IsDemo = settings.IsDemo }, clock.GetUtcNow());
        return added.Accepted ? new Restored(directory.Find(made.Slug)!, null) : added;
    }

    // The old file stays where it is: a server that still has it open loses nothing it already answered for.
    private Restored Switch(Space current, Space made, string name)
    {
        directory.Move(current.Slug, Provider.Sqlite, name);
        return new Restored(made, current.Connection);
    }

    // The tables of today move to a schema of their own; if the copy fails they come back.
    private async Task<Outcome<Restored>> IntoPostgres(Space current, Space made, CancellationToken stop)
    {
        var aside = $"avant_restauration_{clock.GetUtcNow():yyyyMMdd_HHmmss}_{Guid.NewGuid():N}"[..43]; // a few letters of chance: two restores may fall in one second
        await using var target = databases.Open(current);
        var (putAside, takeBack) = ($"ALTER SCHEMA public RENAME TO {aside}; CREATE SCHEMA public", $"DROP SCHEMA public CASCADE; ALTER SCHEMA {aside} RENAME TO public"); // the name is ours
        await target.Database.ExecuteSqlRawAsync(putAside, stop);
        try
        {
            await prepare.Handle(current, stop);
            await using var source = databases.Open(Provider.Sqlite, made.Connection);
            await copy.Handle(source, target, static (_, _) => { }, static () => { }, stop);
        }
        catch
        {
            // whatever broke, what was there before comes back first
            await target.Database.ExecuteSqlRawAsync(takeBack, CancellationToken.None);
            throw;
        }

        SqliteConnection.ClearAllPools();
        File.Delete(made.Connection);
        return new Restored(current, $"schema {aside}");
    }

    private static async Task Copy(string file, string making, CancellationToken stop)
    {
        await using var connection = new SqliteConnection(ReadOnly(file));
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", making);
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<Refusal?> Unsound(string file, CancellationToken stop)
    {
        try
        {
            await using var connection = new SqliteConnection(ReadOnly(file));
            await connection.OpenAsync(stop);
            if (await Ask(connection, "PRAGMA integrity_check", stop) is not "ok" and var found) return new Refusal("spaces.restore.damaged", "file", $"{found}");
            if (await Ask(connection, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", stop) is { } table) return new Refusal("spaces.restore.damaged", "file", $"{table}");
            if (await Ask(connection, "SELECT 1 FROM sqlite_master WHERE name = 'schema_version'", stop) is null) return new Refusal("spaces.restore.not-trame", "file", file);
            var schema = Convert.ToInt32(await Ask(connection, "SELECT COALESCE(MAX(number), 0) FROM schema_version", stop), System.Globalization.CultureInfo.InvariantCulture);
            var known = Migrator.For(Provider.Sqlite)[^1].Number;
            return schema > known ? new Refusal("spaces.restore.newer", "file", $"{schema}", $"{known}") : null;
        }
        catch (SqliteException)
        {
            return new Refusal("spaces.restore.not-trame", "file", file); // not a database, or its pages are torn
        }
    }

    private static async Task<object?> Ask(SqliteConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(stop);
    }

    private static string ReadOnly(string file) => new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
}
