using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Trame.Foundation.Data;

/// <summary>One prepared INSERT, bound by position: the driver's commands look every parameter up by name at every row, which is most of the cost of a bulk.</summary>
internal sealed class SqliteRowLoader : RowLoader
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;

    public SqliteRowLoader(TableShape shape, SqliteConnection connection, string columns) : base(shape)
    {
        _database = connection.Handle!; // open: RowLoader.Open opened it
        var sql = $"INSERT INTO \"{shape.Name}\" ({columns}) VALUES ({string.Join(", ", shape.Columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(_database, sql, out _insert));
    }

    public override Task Complete(CancellationToken stop) => Task.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        _insert.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override Task Write(object?[] values, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        for (var i = 0; i < values.Length; i++) Check(Bind(i + 1, Shape.Store(i, values[i])));
        var stepped = raw.sqlite3_step(_insert);
        var reset = raw.sqlite3_reset(_insert);
        Check(stepped == raw.SQLITE_DONE ? reset : stepped);
        return Task.CompletedTask;
    }

    private int Bind(int position, object stored) => stored switch
    {
        DBNull => raw.sqlite3_bind_null(_insert, position),
        string text => raw.sqlite3_bind_text(_insert, position, text),
        byte[] bytes => raw.sqlite3_bind_blob(_insert, position, bytes),
        bool yes => raw.sqlite3_bind_int(_insert, position, yes ? 1 : 0),
        int number => raw.sqlite3_bind_int(_insert, position, number),
        long number => raw.sqlite3_bind_int64(_insert, position, number),
        DateOnly day => raw.sqlite3_bind_text(_insert, position, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => raw.sqlite3_bind_text(_insert, position, time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture)),
        double number => raw.sqlite3_bind_double(_insert, position, number),
        _ => throw new InvalidOperationException($"Column '{Shape.Columns[position - 1]}' of '{Shape.Name}' is stored as {stored.GetType().Name}, which SQLite does not know."),
    };

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
