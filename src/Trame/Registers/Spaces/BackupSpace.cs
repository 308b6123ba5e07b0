using Microsoft.Data.Sqlite;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Spaces;

/// <summary>Writes a space into one SQLite file that any Trame can restore, whichever database it lives in, while people go on working.</summary>
public sealed class BackupSpace(SpaceDatabases databases, PrepareSpace prepare, CopySpace copy, DataFolder folder, TimeProvider clock)
{
    /// <param name="file">Where to; when null, a dated file in the backups of the data folder.</param>
    public async Task<Outcome<string>> Handle(Space space, string? file, CancellationToken stop)
    {
        var target = Path.GetFullPath(file ?? Path.Combine(folder.Backups, $"{space.Slug}-{clock.GetUtcNow():yyyyMMdd-HHmmss}.sqlite"));
        if (File.Exists(target)) return new Refusal("spaces.backup.exists", "to", target);
        if (!Directory.Exists(Path.GetDirectoryName(target))) return new Refusal("spaces.backup.no-folder", "to", Path.GetDirectoryName(target)!);
        try
        {
            await WholeFile.Make(target, making => space.Provider == Provider.Sqlite ? Vacuum(space, making, stop) : Copy(space, making, stop));
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: 8 or 13 or 14 }) // read-only, full, cannot open
        {
            return new Refusal("spaces.backup.not-written", "to", target, reason.Message);
        }

        return target;
    }

    private static async Task Vacuum(Space space, string file, CancellationToken stop)
    {
        await using var connection = new SqliteConnection(SpaceDatabases.SqliteConnection(space.Connection));
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task Copy(Space space, string file, CancellationToken stop)
    {
        var to = space with { Provider = Provider.Sqlite, Connection = file };
        await prepare.Handle(to, stop);
        await using var source = databases.Open(space.Provider, space.Connection);
        await using var target = databases.Open(Provider.Sqlite, file);
        await copy.Handle(source, target, static (_, _) => { }, static () => { }, stop);
    }
}
