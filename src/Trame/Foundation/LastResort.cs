using Microsoft.Data.Sqlite;
using Trame.Foundation.Ui;

namespace Trame.Foundation;

/// <summary>What a person reads when something was not foreseen: one line that says what to do. The details come with TRAME__DEBUG=1.</summary>
internal static class LastResort
{
    private const int Wrong = 2;
    private const int Broken = 1;
    private const int Stopped = 130; // 128 and SIGINT, as shells count

    public static async Task<int> Tell(Exception reason)
    {
        if (Environment.GetEnvironmentVariable("TRAME__DEBUG") is "1" or "true") await Console.Error.WriteLineAsync(reason.ToString());
        var (code, key) = reason switch
        {
            OperationCanceledException => (Stopped, "host.stopped"), // Ctrl-C in the middle of a verb: what it was writing is undone by its transaction
            UnauthorizedAccessException or IOException => (Wrong, "host.disk"),
            SqliteException { SqliteErrorCode: 8 or 10 or 13 or 14 } => (Wrong, "host.disk"), // read-only, disk error, full, cannot open
            SqliteException { SqliteErrorCode: 5 or 6 } => (Broken, "host.busy"),
            Npgsql.NpgsqlException or { InnerException: Npgsql.NpgsqlException } => (Broken, "host.postgres"),
            _ => (Broken, "host.unexpected"),
        };
        await Console.Error.WriteLineAsync($"trame: {Texts.Get(key, OneLine(reason.Message))}");
        return code;
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.');
}
