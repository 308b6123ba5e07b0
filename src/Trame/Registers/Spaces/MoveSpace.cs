using Microsoft.EntityFrameworkCore;
using Npgsql;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Territories;

namespace Trame.Registers.Spaces;

/// <summary>Moves a space to the other database: copies, counts every table on both sides, then tells the directory. The source stays as it was.</summary>
public sealed class MoveSpace(SpaceDirectory directory, SpaceDatabases databases, PrepareSpace prepare, CopySpace copy, DataFolder folder, TimeProvider clock)
{
    /// <param name="Connection">Npgsql connection string of the PostgreSQL side, empty when it is where the space goes; when null, the one set for this space on the machine, or the directory's.</param>
    public sealed record Request(string Slug, Provider To, string? Connection);

    /// <param name="Left">Where the data stay that are no longer used.</param>
    public sealed record Moved(Space Space, IReadOnlyList<CopySpace.TableCount> Tables, string Fingerprint, string Left);

    public async Task<Outcome<Moved>> Handle(Request request, Action<string, long> progress, CancellationToken stop)
    {
        if (directory.Recorded(request.Slug) is not { } origin) return new Refusal("spaces.none", nameof(request.Slug), request.Slug);
        if (origin.Provider == request.To) return new Refusal("spaces.move.already", nameof(request.To), request.Slug, EnumWords.Write(request.To));
        if (request.To == Provider.Sqlite && directory.PostgresOfMachine(request.Slug) is not null) return new Refusal("spaces.move.machine", nameof(request.To), request.Slug);
        if (origin.Provider == Provider.Postgres && request.Connection is { Length: > 0 } from) origin = origin with { Connection = from };
        await prepare.Handle(origin, stop);
        return request.To == Provider.Sqlite ? await ToSqlite(origin, progress, stop) : await ToPostgres(origin, request, progress, stop);
    }

    /// <summary>Takes a space that is still in a file to the empty database that a setting of the machine names for it; nothing to do otherwise.</summary>
    public async Task<Outcome> ToMachine(string slug, CancellationToken stop)
    {
        if (directory.PostgresOfMachine(slug) is not { } machine || directory.Recorded(slug) is not { Provider: Provider.Sqlite }) return Outcome.Done;
        if (await Unusable(machine, stop) is { } refused) return refused;
        return (await Handle(new Request(slug, Provider.Postgres, null), static (_, _) => { }, stop)).Plain;
    }

    private async Task<Outcome<Moved>> ToPostgres(Space origin, Request request, Action<string, long> progress, CancellationToken stop)
    {
        if ((request.Connection ?? directory.PostgresOfMachine(origin.Slug)) is not { Length: > 0 } connection) return new Refusal("spaces.move.no-connection", nameof(request.Connection), origin.Slug);
        if (await Unusable(connection, stop) is { } refused) return refused;
        var to = origin with { Provider = Provider.Postgres, Connection = connection };
        await prepare.Handle(to, stop);
        var result = await Copy(origin, to, () => directory.Move(origin.Slug, Provider.Postgres, request.Connection ?? WithoutPassword(connection)), progress, stop);
        return new Moved(to, result.Tables, result.Fingerprint, origin.Connection);
    }

    private async Task<Outcome<Moved>> ToSqlite(Space origin, Action<string, long> progress, CancellationToken stop)
    {
        var name = FreeFile(folder, origin.Slug, clock);
        var to = origin with { Provider = Provider.Sqlite, Connection = Path.Combine(folder.Spaces, name) };
        CopySpace.Result? result = null;
        // The directory is told once the file has its name: a request that comes in between still finds the old database.
        await WholeFile.Make(to.Connection, async file =>
        {
            await prepare.Handle(to with { Connection = file }, stop);
            result = await Copy(origin, to with { Connection = file }, static () => { }, progress, stop);
        });
        directory.Move(origin.Slug, Provider.Sqlite, name);
        return new Moved(to, result!.Tables, result.Fingerprint, new NpgsqlConnectionStringBuilder(origin.Connection) is var left ? $"{left.Host}/{left.Database}" : "");
    }

    /// <summary>The space's usual file name, or a dated one when an older file is kept there; numbered when two are made in one second.</summary>
    internal static string FreeFile(DataFolder folder, string slug, TimeProvider clock)
    {
        var dated = $"{slug}-{clock.GetUtcNow():yyyyMMdd-HHmmss}";
        return Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{dated}-{n}").Prepend(dated).Prepend(slug).Select(name => $"{name}.sqlite").First(file => !File.Exists(Path.Combine(folder.Spaces, file)));
    }

    // What the machine is told in confidence stays out of the directory, which is copied with the backups.
    private static string WithoutPassword(string connection) => new NpgsqlConnectionStringBuilder(connection) { Password = null }.ToString();

    private async Task<CopySpace.Result> Copy(Space origin, Space to, Action verified, Action<string, long> progress, CancellationToken stop)
    {
        await using var source = databases.Open(origin.Provider, origin.Connection);
        await using var target = databases.Open(to.Provider, to.Connection);
        return await copy.Handle(source, target, progress, verified, stop);
    }

    /// <summary>Why a space cannot be put in this database; null when it can: it answers and is empty.</summary>
    internal async Task<Refusal?> Unusable(string connection, CancellationToken stop)
    {
        try
        {
            await using var db = databases.Open(Provider.Postgres, connection);
            var tables = await db.Database.SqlQueryRaw<string>("SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public'").ToListAsync(stop);
            return tables.Contains("territory") && await db.Set<Territory>().AnyAsync(stop) ? new Refusal("spaces.move.not-empty", nameof(Request.Connection)) : null;
        }
        catch (Exception reason) when (reason.GetBaseException() is NpgsqlException or ArgumentException or System.Net.Sockets.SocketException) // EF wraps what it thinks will pass
        {
            return new Refusal("spaces.move.unreachable", nameof(Request.Connection), reason.GetBaseException().Message);
        }
    }
}
