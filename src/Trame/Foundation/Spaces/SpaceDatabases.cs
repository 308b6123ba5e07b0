using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Foundation.Spaces;

/// <summary>Opens the database of a space. Options are made once per connection; contexts are cheap.</summary>
public sealed class SpaceDatabases(IEnumerable<IOnSave> onSave, SpaceMemory memory, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(Provider, string), DbContextOptions<TrameDb>> _options = new();

    public TrameDb Open(Space space) => Open(space.Provider, space.Connection, by => memory.Forget(space.Slug, by));

    /// <summary>A database that is not (or not yet) a space of the directory: a backup, the far end of a move.</summary>
    public TrameDb Open(Provider provider, string connection, Action<Guid?>? saved = null) =>
        new(_options.GetOrAdd((provider, connection), static key => Options(key.Item1, key.Item2)), provider, onSave, clock, saved ?? (static _ => { }));

    public static string SqliteConnection(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    private static DbContextOptions<TrameDb> Options(Provider provider, string connection)
    {
        var builder = new DbContextOptionsBuilder<TrameDb>();
        return (provider == Provider.Sqlite ? builder.UseSqlite(SqliteConnection(connection)) : builder.UseNpgsql(connection)).Options;
    }
}
