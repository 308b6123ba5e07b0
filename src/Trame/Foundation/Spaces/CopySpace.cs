using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Foundation.Spaces;

/// <summary>Copies every table of the model from one database to another, whichever they are, row by row: nothing is held in memory. All of it, or nothing.</summary>
public sealed class CopySpace(IEnumerable<IAfterBulk> afterBulk)
{
    public sealed record TableCount(string Table, long Rows, long Copied);

    public sealed record Result(IReadOnlyList<TableCount> Tables, string Fingerprint);

    /// <param name="from">Nobody writes to it until <paramref name="verified"/> has returned.</param>
    /// <param name="to">Migrated and empty.</param>
    /// <param name="verified">What to do once the counts agree, while the source is still locked: tell the directory.</param>
    /// <exception cref="InvalidOperationException">A table does not have as many rows on both sides, or the read models differ: the copy is undone.</exception>
    public async Task<Result> Handle(TrameDb from, TrameDb to, Action<string, long> progress, Action verified, CancellationToken stop)
    {
        var source = TableShape.All(from);
        var target = TableShape.All(to).ToDictionary(t => t.Name);
        await using var reading = await Lock(from, source, stop);
        await using (var writing = await to.Database.BeginTransactionAsync(stop))
        {
            // A territory may stand before its parent: SQLite then checks references at the end of the transaction, as PostgreSQL does at the end of a COPY.
            if (to.Provider == Provider.Sqlite) await to.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", stop);
            var aside = await TriggersAside.Take(to, stop);
            foreach (var table in source) progress(table.Name, await CopyTable(from, table, to, target[table.Name], stop));
            await aside.PutBack(to, stop);
            foreach (var task in afterBulk) await task.Run(to, stop);
            await writing.CommitAsync(stop);
        }

        var counts = new List<TableCount>();
        foreach (var table in source) counts.Add(new(table.Name, await Count(from, table.Name, stop), await Count(to, table.Name, stop)));
        var (before, after) = (await RebuildReadModels.Fingerprint(from, stop), await RebuildReadModels.Fingerprint(to, stop));
        if (counts.FirstOrDefault(c => c.Rows != c.Copied) is { } wrong) throw new InvalidOperationException($"Table {wrong.Table}: {wrong.Rows} rows, {wrong.Copied} copied.");
        if (before != after) throw new InvalidOperationException($"The read models differ after the copy ({before[..12]}, {after[..12]}).");
        verified();
        return new(counts, after);
    }

    // SQLite: BEGIN IMMEDIATE, one writer. PostgreSQL: others read, nobody writes; and one picture of the data for the whole copy.
    private static async Task<IDbContextTransaction> Lock(TrameDb from, IReadOnlyList<TableShape> tables, CancellationToken stop)
    {
        if (from.Provider == Provider.Sqlite) return await from.Database.BeginTransactionAsync(stop);
        var transaction = await from.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var names = string.Join(", ", tables.Select(t => $"\"{t.Name}\""));
        await Execute(from, $"LOCK TABLE {names} IN EXCLUSIVE MODE", stop);
        return transaction;
    }

    private static async Task<long> CopyTable(TrameDb from, TableShape source, TrameDb to, TableShape target, CancellationToken stop)
    {
        if (!source.Columns.SequenceEqual(target.Columns)) throw new InvalidOperationException($"Table {source.Name} does not have the same columns on both sides.");
        await using var command = Command(from, $"SELECT {string.Join(", ", source.Columns.Select(c => $"\"{c}\""))} FROM \"{source.Name}\"");
        await using var rows = await command.ExecuteReaderAsync(stop);
        await using var loader = await RowLoader.Open(to, target, stop);
        var values = new object?[source.Columns.Count];
        while (await rows.ReadAsync(stop))
        {
            for (var i = 0; i < values.Length; i++) values[i] = rows.IsDBNull(i) ? null : source.Recall(i, Read(rows, i, source.Types[i]));
            await loader.Add(values, stop);
        }

        await loader.Complete(stop);
        return loader.Rows;
    }

    // SQLite gives numbers and texts: the driver must be asked for the type that the column means.
    private static object Read(DbDataReader row, int column, Type type) =>
        type == typeof(string) ? row.GetString(column)
        : type == typeof(byte[]) ? row.GetFieldValue<byte[]>(column)
        : type == typeof(Guid) ? row.GetGuid(column)
        : type == typeof(int) ? row.GetInt32(column)
        : type == typeof(long) ? row.GetInt64(column)
        : type == typeof(double) ? row.GetDouble(column)
        : type == typeof(decimal) ? row.GetDecimal(column)
        : type == typeof(bool) ? row.GetBoolean(column)
        : type == typeof(DateTime) ? row.GetDateTime(column)
        : type == typeof(DateOnly) ? row.GetFieldValue<DateOnly>(column)
        : type == typeof(TimeOnly) ? row.GetFieldValue<TimeOnly>(column)
        : throw new NotSupportedException($"A column of type {type.Name} cannot be copied yet.");

    private static async Task<long> Count(TrameDb db, string table, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var command = Command(db, $"SELECT COUNT(*) FROM \"{table}\"");
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Execute(TrameDb db, string sql, CancellationToken stop)
    {
        await using var command = Command(db, sql);
        await command.ExecuteNonQueryAsync(stop);
    }

    // Names come from the model, never from anyone.
    private static DbCommand Command(TrameDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }
}
