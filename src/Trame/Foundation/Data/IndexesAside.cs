using Microsoft.EntityFrameworkCore;

namespace Trame.Foundation.Data;

/// <summary>
/// Takes the secondary indexes of a table away while millions of rows come, and makes them again with one sort each: kept row by row, in no order, they
/// are nearly all the cost of a bulk in SQLite. What must be unique stays: it is a rule, and the triggers ask it at each row. Inside the transaction of the bulk, so that a failure leaves them as they were. PostgreSQL keeps its own.
/// </summary>
public sealed class IndexesAside
{
    private const string LargeCache = "PRAGMA cache_size = -524288"; // 512 MB, given back with the connection

    private readonly IReadOnlyList<string> _statements;

    private IndexesAside(IReadOnlyList<string> statements) => _statements = statements;

    private sealed class Line
    {
        public string Name { get; init; } = "";
        public string Statement { get; init; } = "";
    }

    public static async Task<IndexesAside> Take(TrameDb db, IReadOnlyCollection<string> tables, CancellationToken stop)
    {
        if (db.Provider != Provider.Sqlite) return new IndexesAside([]);
        await db.Database.ExecuteSqlRawAsync(LargeCache, stop);
        var lines = await db.Database.SqlQueryRaw<Line>("""SELECT name AS "Name", sql AS "Statement" FROM sqlite_master WHERE type = 'index' AND sql NOT LIKE 'CREATE UNIQUE %' AND tbl_name IN (SELECT value FROM json_each({0}))""",
            System.Text.Json.JsonSerializer.Serialize(tables)).ToListAsync(stop);
        foreach (var line in lines) await Run(db, $"DROP INDEX \"{line.Name}\"", stop);
        return new IndexesAside([.. lines.Select(l => l.Statement)]);
    }

    public async Task PutBack(TrameDb db, CancellationToken stop)
    {
        foreach (var statement in _statements) await Run(db, statement, stop);
    }

    // Names and statements come from the database's own schema; braces would be read as parameters.
    private static Task Run(TrameDb db, string sql, CancellationToken stop) =>
        db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), stop);
}
