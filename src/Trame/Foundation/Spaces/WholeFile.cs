using Microsoft.Data.Sqlite;

namespace Trame.Foundation.Spaces;

/// <summary>Makes a SQLite file under another name until it is whole: a process killed meanwhile leaves nothing that looks like data.</summary>
public static class WholeFile
{
    public static async Task Make(string path, Func<string, Task> write)
    {
        var making = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}-{Guid.CreateVersion7():N}.tmp");
        try
        {
            await write(making);
            Close(making);
            File.Move(making, path);
        }
        finally
        {
            Close(making);
            foreach (var part in (string[])[making, $"{making}-wal", $"{making}-shm"]) File.Delete(part);
        }
    }

    // The last connection that closes folds the write-ahead log into the file.
    private static void Close(string file)
    {
        using var connection = new SqliteConnection(SpaceDatabases.SqliteConnection(file));
        SqliteConnection.ClearPool(connection);
    }
}
