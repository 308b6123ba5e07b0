using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Trame.Foundation.Data;

namespace Trame.Tests.House;

/// <summary>Reads a schema from the model, and from the catalogue of either database.</summary>
internal static class SchemaReading
{
    public static Schema OfModel(TrameDb db) => new(db.Model.GetRelationalModel().Tables.ToDictionary(t => t.Name, Read));

    public static async Task<Schema> OfDatabase(TrameDb db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        return db.Provider == Provider.Sqlite ? await Sqlite(connection) : await Postgres(connection);
    }

    private static SchemaTable Read(ITable table) => new(table.Name,
        table.Columns.ToDictionary(c => c.Name, c => $"{c.StoreType.ToLowerInvariant()} {(c.IsNullable ? "null" : "not null")}"),
        table.Indexes.Select(i => Index(i.IsUnique, i.Columns.Select(c => c.Name)))
            .Concat(table.UniqueConstraints.Select(u => Index(true, u.Columns.Select(c => c.Name)))).ToHashSet(),
        table.ForeignKeyConstraints.Select(f => Link(f.Columns.Select(c => c.Name), f.PrincipalTable.Name, f.PrincipalColumns.Select(c => c.Name), f.OnDeleteAction.ToString())).ToHashSet());

    private static string Index(bool unique, IEnumerable<string> columns) => $"{(unique ? "unique " : "")}({string.Join(", ", columns)})";

    private static string Link(IEnumerable<string> columns, string to, IEnumerable<string> keys, string onDelete) =>
        $"({string.Join(", ", columns)}) -> {to} ({string.Join(", ", keys)}) on delete {onDelete.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}";

    private static async Task<Schema> Sqlite(DbConnection connection)
    {
        var tables = new Dictionary<string, SchemaTable>();
        foreach (var row in await Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
        {
            var name = (string)row[0]!;
            var columns = await Rows(connection, $"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{name}')");
            var indexes = new HashSet<string>();
            var key = columns.Where(c => (long)c[3]! > 0).OrderBy(c => (long)c[3]!).Select(c => (string)c[0]!).ToList();
            if (key.Count > 0 && !key.Any(c => Schema.Exempt.ContainsKey($"{name}.{c}"))) indexes.Add(Index(true, key));
            foreach (var index in await Rows(connection, $"SELECT name, \"unique\" FROM pragma_index_list('{name}')"))
                indexes.Add(Index((long)index[1]! == 1, (await Rows(connection, $"SELECT name FROM pragma_index_info('{index[0]}') ORDER BY seqno")).Select(c => (string)c[0]!)));
            var links = (await Rows(connection, $"SELECT id, \"table\", \"from\", \"to\", on_delete FROM pragma_foreign_key_list('{name}') ORDER BY id, seq")).GroupBy(f => (long)f[0]!)
                .Select(f => Link(f.Select(c => (string)c[2]!), (string)f.First()[1]!, f.Select(c => (string)c[3]!), (string)f.First()[4]!));
            tables[name] = new(name, columns.ToDictionary(c => (string)c[0]!, c => $"{((string)c[1]!).ToLowerInvariant()} {((long)c[2]! == 1 ? "not null" : "null")}"), indexes, links.ToHashSet());
        }

        return new(tables);
    }

    private static async Task<Schema> Postgres(DbConnection connection)
    {
        var columns = await Rows(connection, """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
            WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname, a.attnum
            """);
        var indexes = await Rows(connection, """
            SELECT t.relname, i.indisunique, (SELECT string_agg(a.attname, ', ' ORDER BY k.ord) FROM unnest(i.indkey) WITH ORDINALITY AS k(num, ord) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.num)
            FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
            """);
        var links = await Rows(connection, """
            SELECT t.relname, p.relname, CASE c.confdeltype WHEN 'c' THEN 'cascade' WHEN 'r' THEN 'restrict' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' ELSE 'no action' END,
              (SELECT string_agg(a.attname, ', ' ORDER BY k.ord) FROM unnest(c.conkey) WITH ORDINALITY AS k(num, ord) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.num),
              (SELECT string_agg(a.attname, ', ' ORDER BY k.ord) FROM unnest(c.confkey) WITH ORDINALITY AS k(num, ord) JOIN pg_attribute a ON a.attrelid = p.oid AND a.attnum = k.num)
            FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class p ON p.oid = c.confrelid WHERE c.contype = 'f'
            """);
        return new(columns.GroupBy(c => (string)c[0]!).ToDictionary(t => t.Key, t => new SchemaTable(t.Key,
            t.ToDictionary(c => (string)c[1]!, c => $"{(string)c[2]!} {((bool)c[3]! ? "not null" : "null")}"),
            indexes.Where(i => (string)i[0]! == t.Key && !((string)i[2]!).Split(", ").Any(c => Schema.Exempt.ContainsKey($"{t.Key}.{c}"))).Select(i => Index((bool)i[1]!, [(string)i[2]!])).ToHashSet(),
            links.Where(l => (string)l[0]! == t.Key).Select(l => Link([(string)l[3]!], (string)l[1]!, [(string)l[4]!], (string)l[2]!)).ToHashSet())));
    }

    private static async Task<List<object?[]>> Rows(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }

        return rows;
    }
}
