using Microsoft.Data.Sqlite;
using Trame.Foundation.Data;

namespace Trame.Foundation.Spaces;

/// <summary>The small directory: host name or path prefix -> space -> connection. A file of its own, so that no space knows of another.</summary>
public sealed class SpaceDirectory(DataFolder folder, IConfiguration configuration) : IDisposable
{
    // Every request asks: one connection stays open, which knows at once whether anybody, another process included, has written since. A full disk refuses a new one.
    private readonly Lock _reading = new();
    private SqliteConnection? _reader;
    private (long Version, IReadOnlyList<Space> Spaces)? _known;

    private const string Columns = "slug, name, provider, connection, host, is_demo, archived_at";

    /// <summary>Creates the directory's own table. Safe to call at every start.</summary>
    public void Prepare()
    {
        folder.Prepare();
        using var connection = Open();
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, """
            CREATE TABLE IF NOT EXISTS space (slug TEXT PRIMARY KEY, name TEXT NOT NULL, provider TEXT NOT NULL, connection TEXT NOT NULL, host TEXT UNIQUE,
              is_demo INTEGER NOT NULL, created_at TEXT NOT NULL, archived_at TEXT);
            CREATE TABLE IF NOT EXISTS tombstone (mark TEXT PRIMARY KEY, erased_at TEXT NOT NULL);
            """);
    }

    public IReadOnlyList<Space> All(bool archived = false)
    {
        var known = Known();
        return archived ? known : [.. known.Where(s => !s.IsArchived)];
    }

    public Space? Find(string slug) => Known().FirstOrDefault(s => s.Slug == slug);

    /// <summary>What the directory itself says, whatever the settings of the machine: where a move starts from.</summary>
    public Space? Recorded(string slug)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM space WHERE slug = $slug";
        command.Parameters.AddWithValue("$slug", slug);
        using var rows = command.ExecuteReader();
        return rows.Read() ? Resolve(rows, machine: false) : null;
    }

    public string? PostgresOfMachine(string slug) => configuration[$"Trame:Spaces:{slug}:Postgres"] is { } set && !string.IsNullOrWhiteSpace(set) ? set : null;

    public Outcome Add(Space space, DateTimeOffset at)
    {
        if (Find(space.Slug) is not null) return new Refusal("spaces.slug.taken", nameof(Space.Slug), space.Slug);
        using var connection = Open();
        Execute(connection, "INSERT INTO space (slug, name, provider, connection, host, is_demo, created_at) VALUES ($slug, $name, $provider, $connection, $host, $demo, $at)",
            ("$slug", space.Slug), ("$name", space.Name), ("$provider", EnumWords.Write(space.Provider)), ("$connection", space.Connection),
            ("$host", space.Host), ("$demo", space.IsDemo), ("$at", at.ToString("O")));
        return Outcome.Done;
    }

    public void Move(string slug, Provider provider, string connection) =>
        Change("UPDATE space SET provider = $provider, connection = $connection WHERE slug = $slug",
            ("$slug", slug), ("$provider", EnumWords.Write(provider)), ("$connection", connection));

    /// <summary>For a space that could not be made whole: its file is the caller's to remove.</summary>
    public void Remove(string slug) => Change("DELETE FROM space WHERE slug = $slug", ("$slug", slug));

    public void Rename(string slug, string name) => Change("UPDATE space SET name = $name WHERE slug = $slug", ("$slug", slug), ("$name", name));

    public void AnswerAt(string slug, string? host) => Change("UPDATE space SET host = $host WHERE slug = $slug", ("$slug", slug), ("$host", host));

    public void Archive(string slug, DateTimeOffset? at) => Change("UPDATE space SET archived_at = $at WHERE slug = $slug", ("$slug", slug), ("$at", at?.ToString("O")));

    /// <summary>Remembers that somebody was erased, so that a restored backup forgets them again.</summary>
    public void Bury(string mark, DateTimeOffset at) => Change("INSERT OR IGNORE INTO tombstone (mark, erased_at) VALUES ($mark, $at)", ("$mark", mark), ("$at", at.ToString("O")));

    public IReadOnlySet<string> Tombstones()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT mark FROM tombstone";
        using var rows = command.ExecuteReader();
        var marks = new HashSet<string>();
        while (rows.Read()) marks.Add(rows.GetString(0));
        return marks;
    }

    public void Dispose() => _reader?.Dispose();

    private IReadOnlyList<Space> Known()
    {
        lock (_reading)
        {
            _reader ??= Open();
            using var command = _reader.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            var version = (long)command.ExecuteScalar()!; // it always answers one number
            if (_known is { } known && known.Version == version) return known.Spaces;
            command.CommandText = $"SELECT {Columns} FROM space ORDER BY created_at, rowid";
            using var rows = command.ExecuteReader();
            var spaces = new List<Space>();
            while (rows.Read()) spaces.Add(Resolve(rows));
            _known = (version, spaces);
            return spaces;
        }
    }

    private void Change(string sql, params (string Name, object? Value)[] values)
    {
        using var connection = Open();
        Execute(connection, sql, values);
    }

    // A setting of the machine (TRAME__SPACES__{slug}__POSTGRES) wins over the directory: that is how an operator switches a space without touching a file.
    private Space Resolve(SqliteDataReader row, bool machine = true)
    {
        var slug = row.GetString(0);
        var space = new Space(slug, row.GetString(1), EnumWords.Read<Provider>(row.GetString(2)), row.GetString(3),
            row.IsDBNull(4) ? null : row.GetString(4), row.GetBoolean(5), !row.IsDBNull(6));
        if (machine && PostgresOfMachine(slug) is { } postgres) return space with { Provider = Provider.Postgres, Connection = postgres };
        return space.Provider == Provider.Sqlite ? space with { Connection = Path.Combine(folder.Spaces, space.Connection) } : space;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Directory, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }
}
