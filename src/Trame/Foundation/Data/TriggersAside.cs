using Microsoft.EntityFrameworkCore;

namespace Trame.Foundation.Data;

/// <summary>
/// Sets the triggers of every table of the model aside while a whole space is copied: its rows come as they were, and a ledger that wrote its own entries again would say everything twice.
/// Keys, references and checks stay. Inside the transaction of the copy, so that a failure leaves them as they were.
/// </summary>
public sealed class TriggersAside
{
    private readonly IReadOnlyList<string> _statements;

    private TriggersAside(IReadOnlyList<string> statements) => _statements = statements;

    private sealed class Line
    {
        public string Name { get; init; } = "";
        public string Statement { get; init; } = "";
    }

    public static async Task<TriggersAside> Take(TrameDb db, CancellationToken stop)
    {
        var tables = TableShape.All(db).Select(t => t.Name).ToList();
        if (db.Provider == Provider.Postgres)
        {
            foreach (var table in tables) await Run(db, $"ALTER TABLE \"{table}\" DISABLE TRIGGER USER", stop);
            return new([.. tables.Select(t => $"ALTER TABLE \"{t}\" ENABLE TRIGGER USER")]);
        }

        var lines = await db.Database.SqlQueryRaw<Line>("""SELECT name AS "Name", sql AS "Statement" FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (SELECT value FROM json_each({0}))""",
            System.Text.Json.JsonSerializer.Serialize(tables)).ToListAsync(stop);
        foreach (var line in lines) await Run(db, $"DROP TRIGGER \"{line.Name}\"", stop);
        return new([.. lines.Select(l => l.Statement)]);
    }

    public async Task PutBack(TrameDb db, CancellationToken stop)
    {
        foreach (var statement in _statements) await Run(db, statement, stop);
    }

    // Names and statements come from the database's own schema; braces would be read as parameters.
    private static Task Run(TrameDb db, string sql, CancellationToken stop) =>
        db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), stop);
}
