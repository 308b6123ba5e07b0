using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Trame.Foundation.Data;

/// <summary>
/// Writes many rows of one table, without history or read models: moving a space, restoring a backup, the load generator. Columns and conversions come
/// from the model, so both databases receive the same values. One transaction of the caller's; O(1) memory.
/// </summary>
public static class BulkRows
{
    public static async Task<long> Write<T>(TrameDb db, IAsyncEnumerable<T> rows, CancellationToken stop) where T : class
    {
        var columns = Columns(db.Model.FindEntityType(typeof(T))!.GetRootType());
        await db.Database.OpenConnectionAsync(stop);
        return db.Database.GetDbConnection() is NpgsqlConnection postgres
            ? await Copy(postgres, columns, rows, stop)
            : await Insert(db, columns, rows, stop);
    }

    private sealed record Column(string Table, string Name, string StoreType, Type Owner, Func<object, object?> Read);

    private static List<Column> Columns(IEntityType root) => [.. root.GetDerivedTypesInclusive().SelectMany(t => t.GetDeclaredProperties())
        .Where(p => !p.IsShadowProperty())
        .Select(p => new Column(root.GetTableName()!, p.GetColumnName(), Plain(p.GetColumnType()), p.DeclaringType.ClrType, Reader(p)))];

    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter;
        return row => getter.GetClrValue(row) is { } value ? converter is null ? value : converter.ConvertToProvider(value) : null;
    }

    // COPY names types without their facets: character varying(60) -> character varying.
    private static string Plain(string type) => type.Contains('(') ? type[..type.IndexOf('(')] : type;

    private static object? ValueOf(Column column, object row) => column.Owner.IsInstanceOfType(row) ? column.Read(row) : null;

    private static async Task<long> Insert<T>(TrameDb db, List<Column> columns, IAsyncEnumerable<T> rows, CancellationToken stop) where T : class
    {
        var owned = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction is { } current ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null;
        command.CommandText = $"INSERT INTO {columns[0].Table} ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        var parameters = columns.Select((_, i) => Parameter(command, i)).ToList();
        await command.PrepareAsync(stop);
        long count = 0;
        await foreach (var row in rows.WithCancellation(stop))
        {
            for (var i = 0; i < columns.Count; i++) parameters[i].Value = ValueOf(columns[i], row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(stop);
            count++;
        }

        if (owned is not null)
        {
            await owned.CommitAsync(stop);
            await owned.DisposeAsync();
        }

        return count;
    }

    private static async Task<long> Copy<T>(NpgsqlConnection connection, List<Column> columns, IAsyncEnumerable<T> rows, CancellationToken stop) where T : class
    {
        await using var importer = await connection.BeginBinaryImportAsync($"COPY {columns[0].Table} ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)", stop);
        await foreach (var row in rows.WithCancellation(stop))
        {
            await importer.StartRowAsync(stop);
            foreach (var column in columns)
            {
                if (ValueOf(column, row) is { } value) await importer.WriteAsync(value, column.StoreType, stop);
                else await importer.WriteNullAsync(stop);
            }
        }

        return (long)await importer.CompleteAsync(stop);
    }

    private static DbParameter Parameter(DbCommand command, int index)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"$p{index}";
        command.Parameters.Add(parameter);
        return parameter;
    }
}
