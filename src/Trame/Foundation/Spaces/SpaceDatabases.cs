using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Foundation.Spaces;

/// <summary>Opens the database of a space. Options are made once per connection; contexts are cheap.</summary>
public sealed class SpaceDatabases(IEnumerable<IOnSave> onSave, SpaceMemory memory, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(Provider, string, SqliteOpenMode), DbContextOptions<TrameDb>> _options = new();

    /// <summary>The database of a space that was made: a file that is not there does not answer, and no empty one takes its place.</summary>
    public TrameDb Open(Space space) => Open(space.Provider, space.Connection, SqliteOpenMode.ReadWrite, Forget(space));

    /// <summary>The same where it may not be there yet.</summary>
    internal TrameDb Make(Space space) => Open(space.Provider, space.Connection, SqliteOpenMode.ReadWriteCreate, Forget(space));

    /// <summary>A database that is not (or not yet) a space of the directory: a backup, the far end of a move.</summary>
    public TrameDb Open(Provider provider, string connection, Action<Guid?>? saved = null) => Open(provider, connection, SqliteOpenMode.ReadWriteCreate, saved ?? (static _ => { }));

    private TrameDb Open(Provider provider, string connection, SqliteOpenMode mode, Action<Guid?> saved) =>
        new(_options.GetOrAdd((provider, connection, mode), static key => Options(key.Item1, key.Item2, key.Item3)), provider, onSave, clock, saved);

    private Action<Guid?> Forget(Space space) => by => memory.Forget(space.Slug, by);

    /// <summary>Why the database of a space does not answer, in its own words; null when it does.</summary>
    public async Task<string?> Silence(Space space, CancellationToken stop)
    {
        if (space.Provider == Provider.Sqlite && !File.Exists(space.Connection)) return $"no file {space.Connection}";
        try
        {
            await using var db = Open(space);
            await Migrator.Applied(db, stop);
            return null;
        }
        catch (Exception reason) when (reason is ArgumentException || Failure(reason) is not null) // an argument: a connection that is not one
        {
            return (Failure(reason) ?? reason).Message;
        }
    }

    /// <summary>The database's own failure (gone, refusing, full), whatever wraps it; null when the failure is another.</summary>
    public static Exception? Failure(Exception? reason)
    {
        while (reason is not (null or DbException or SocketException or TimeoutException)) reason = reason.InnerException;
        return reason;
    }

    public static string SqliteConnection(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30, Mode = mode }.ToString();

    private static DbContextOptions<TrameDb> Options(Provider provider, string connection, SqliteOpenMode mode)
    {
        var builder = new DbContextOptionsBuilder<TrameDb>();
        return (provider == Provider.Sqlite ? builder.UseSqlite(SqliteConnection(connection, mode)) : builder.UseNpgsql(connection)).Options;
    }
}
