using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Trame.Connect.TimeExchange;
using Trame.Demo;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Benchmarks;

/// <summary>A million transfers in one time bank: the page of a member's hours, then eight who pay at once for ten seconds, and whether everything still adds up. On SQLite, and on the PostgreSQL of TRAME_TEST_POSTGRES when it is set.</summary>
internal static class HoursExchanged
{
    private const int Members = 2_000;
    private const int Writers = 8;
    private static readonly TimeSpan Sustained = TimeSpan.FromSeconds(10);

    public static async Task Run(Options options)
    {
        var transfers = options.Facts ?? 1_000_000;
        await OnSqlite(options, transfers);
        if (Environment.GetEnvironmentVariable("TRAME_TEST_POSTGRES") is { Length: > 0 } server) await OnPostgres(options, transfers, server);
        else Table.Add("PostgreSQL", "", "—", "—", "TRAME_TEST_POSTGRES is not set");
    }

    private static async Task OnSqlite(Options options, int transfers)
    {
        var data = options.Data ?? Directory.CreateTempSubdirectory("trame-bench-").FullName;
        await Spaces.Make(data, CreateDemo.Moulins, new DemoSize());
        await using (var house = await House.Open(data)) await Measure(house, "SQLite", transfers, options.Requests);
        if (options.Data is null) Directory.Delete(data, recursive: true);
    }

    private static async Task OnPostgres(Options options, int transfers, string server)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"trame_bench_{Environment.ProcessId}");
        await Execute(server, $"CREATE DATABASE {name}");
        var data = Directory.CreateTempSubdirectory("trame-bench-").FullName;
        try
        {
            await Spaces.Make(data, CreateDemo.Moulins, new DemoSize());
            Environment.SetEnvironmentVariable("TRAME__SPACES__BENCH__POSTGRES", new Npgsql.NpgsqlConnectionStringBuilder(server) { Database = name }.ToString());
            await using var house = await House.Open(data);
            await Measure(house, "PostgreSQL", transfers, options.Requests);
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await Execute(server, $"DROP DATABASE {name} WITH (FORCE)");
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task Execute(string server, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Measure(House house, string provider, int transfers, int requests)
    {
        var size = $"{provider}, {transfers:N0} transfers, {Members:N0} members";
        var clock = Stopwatch.StartNew();
        var members = await In(house, s => Fill(s, transfers));
        Table.Add("written in bulk", size, $"{clock.Elapsed.TotalSeconds:0} s", "", "triggers set aside");
        var bank = await In(house, s => s.GetRequiredService<TrameDb>().Set<TimeBank>().AsNoTracking().FirstAsync(b => b.Slug == "banc"));
        foreach (var (name, url) in ((string, string)[])[("empty Razor page", "/bench/vide"), ("my hours", $"/temps/compte/{members[Members / 2].Code}"), ("the bank", "/temps/banc")])
        {
            var page = await house.Ask(url, requests);
            Table.Add(name, size, page.Times, $"{page.Bytes / 1024:N0} kB, {page.Statements:0.#} SQL");
        }

        var (done, times) = await Sustain(house, members);
        Table.Add($"{Writers} writers, {Sustained.TotalSeconds:0} s", size, times, $"{done / Sustained.TotalSeconds:N0} transfers/s");
        var (sum, wrong) = await In(house, async s =>
        {
            var db = s.GetRequiredService<TrameDb>();
            var accounts = db.Set<TimeAccount>().Where(a => a.BankId == bank.Id);
            return (await accounts.SumAsync(a => a.Balance), await accounts.CountAsync(a => a.Balance != db.Set<TimeEntry>().Where(e => e.AccountId == a.Id).Sum(e => e.Minutes)));
        });
        Table.Add("afterwards", size, $"sum {sum}", "", $"{wrong} balances differ from their entries");
    }

    private static async Task<(int Done, Timings Times)> Sustain(House house, IReadOnlyList<TimeAccount> members)
    {
        var (clock, done, all) = (Stopwatch.StartNew(), 0, new System.Collections.Concurrent.ConcurrentBag<double>());
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(hand => Task.Run(async () =>
        {
            var dice = new Random(hand);
            while (clock.Elapsed < Sustained)
            {
                var (from, to) = (members[dice.Next(Members)], members[dice.Next(Members)]);
                if (from == to) continue;
                var one = Stopwatch.GetTimestamp();
                var outcome = await In(house, s => s.GetRequiredService<PayHours>().Handle(new(Guid.CreateVersion7(), from.Id, from.Code, to.Number.ToString(CultureInfo.InvariantCulture), false, false, "1 min", "repair", Day(house), Channel.Online), Actor.Anyone, default));
                if (!outcome.Accepted) continue;
                all.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
                Interlocked.Increment(ref done);
            }
        })));
        return (done, new Timings(all));
    }

    private static string Day(House house) => LocalDatePattern.Iso.Format(Instant.FromDateTimeOffset(house.Services.GetRequiredService<TimeProvider>().GetUtcNow()).InUtc().Date.PlusDays(-1));

    private static readonly string[] Sides =
    [
        """
        INSERT INTO time_entry (account_id, position, transfer_id, minutes, balance)
        SELECT account_id, row_number() OVER w, transfer_id, minutes, CAST(sum(minutes) OVER w AS bigint) FROM (
            SELECT from_id AS account_id, id AS transfer_id, -minutes AS minutes, at FROM time_transfer WHERE bank_id = {0}
            UNION ALL SELECT to_id, id, minutes, at FROM time_transfer WHERE bank_id = {0}) AS side
        WINDOW w AS (PARTITION BY account_id ORDER BY at, transfer_id)
        """,
        "UPDATE time_account SET balance = COALESCE((SELECT sum(minutes) FROM time_entry WHERE account_id = id), 0), moves = (SELECT count(*) FROM time_entry WHERE account_id = id) WHERE bank_id = {0}",
    ];

    private static async Task<IReadOnlyList<TimeAccount>> Fill(IServiceProvider services, int transfers)
    {
        var db = services.GetRequiredService<TrameDb>();
        var commune = await db.Set<Registers.Territories.Territory>().FirstAsync(t => t.Kind == Registers.Territories.TerritoryKind.Commune);
        var bank = TimeBank.Of("Banc", "", "banc", commune.Id, db.Now).Value!;
        TimeAccount[] shared = [new(bank, AccountKind.Pot, 1, "", "", Channel.Counter, db.Now), new(bank, AccountKind.Welcome, 2, "", "", Channel.Counter, db.Now)];
        var members = Enumerable.Range(0, Members).Select(n =>
        {
            var account = new TimeAccount(bank, AccountKind.Member, n + 3, "", $"BANC-{n}", Channel.Counter, db.Now);
            account.Call($"Membre {n}", "", true).ThrowIfRefused();
            account.WelcomeIn().ThrowIfRefused();
            return account;
        }).ToList();
        db.Add(bank);
        (await db.Save(default)).ThrowIfRefused();
        var start = db.Now - Duration.FromDays(700);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var aside = await TriggersAside.Take(db, default); // as when a space is copied: both sides are written by one statement
        await RowLoader.Load(db, shared.Concat(members), default);
        // Round and round, so that nobody passes a limit.
        await RowLoader.Load(db, Enumerable.Range(0, transfers).Select(n =>
        {
            var (at, step) = (start + Duration.FromMinutes(n % 900_000), 1 + (n / Members % (Members - 1)));
            return new TimeTransfer(bank.Id, Guid.CreateVersion7(), 0, TransferKind.Service, "repair", members[n % Members].Id, members[(n + step) % Members].Id, 60, at.InUtc().Date, Channel.Paper, at);
        }), default);
        foreach (var statement in Sides) await db.Database.ExecuteSqlRawAsync(statement, db.Stored(bank.Id));
        await aside.PutBack(db, default);
        await transaction.CommitAsync();
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return members;
    }

    private static async Task<T> In<T>(House house, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, house.Space, Actor.Machine, default);
        return await act(scope.ServiceProvider);
    }
}
