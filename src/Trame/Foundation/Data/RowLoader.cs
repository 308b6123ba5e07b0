using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Trame.Foundation.Data;

/// <summary>Writes many rows of one table fast: a prepared INSERT in SQLite, COPY in PostgreSQL. No history and no hooks: for what comes whole from elsewhere.</summary>
public abstract class RowLoader(TableShape shape) : IAsyncDisposable
{
    protected TableShape Shape { get; } = shape;

    public long Rows { get; private set; }

    /// <param name="db">Inside a transaction: the rows are there, or none is.</param>
    public static async Task<RowLoader> Open(TrameDb db, TableShape shape, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var connection = db.Database.GetDbConnection();
        var columns = string.Join(", ", shape.Columns.Select(c => $"\"{c}\""));
        if (connection is NpgsqlConnection postgres)
            return new Copy(shape, await postgres.BeginBinaryImportAsync($"COPY \"{shape.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", stop));
        return new SqliteRowLoader(shape, (SqliteConnection)connection, columns);
    }

    /// <summary>Entities of one type, in one table.</summary>
    public static async Task Load<T>(TrameDb db, IEnumerable<T> entities, CancellationToken stop) where T : class
    {
        var shape = TableShape.Of<T>(db);
        var read = shape.Properties.Select(p => (Owner: p.DeclaringType.ClrType, Get: p.GetGetter())).ToArray(); // a place has no column of a moment
        await using var loader = await Open(db, shape, stop);
        foreach (var entity in entities) await loader.Add([.. read.Select(p => p.Owner.IsInstanceOfType(entity) ? p.Get.GetClrValue(entity) : null)], stop);
        await loader.Complete(stop);
    }

    /// <param name="values">Our values, in the order of the shape's columns.</param>
    public async Task Add(object?[] values, CancellationToken stop)
    {
        await Write(values, stop);
        Rows++;
    }

    public abstract Task Complete(CancellationToken stop);

    public abstract ValueTask DisposeAsync();

    protected abstract Task Write(object?[] values, CancellationToken stop);

    private sealed class Copy(TableShape shape, NpgsqlBinaryImporter importer) : RowLoader(shape)
    {
        public override async Task Complete(CancellationToken stop) => await importer.CompleteAsync(stop);

        public override ValueTask DisposeAsync() => importer.DisposeAsync();

        protected override async Task Write(object?[] values, CancellationToken stop)
        {
            await importer.StartRowAsync(stop);
            for (var i = 0; i < values.Length; i++)
            {
                if (Shape.Store(i, values[i]) is var stored && stored is DBNull) await importer.WriteNullAsync(stop);
                else await importer.WriteAsync(stored, Shape.StoreTypes[i], stop);
            }
        }
    }
}
