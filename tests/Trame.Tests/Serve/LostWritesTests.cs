using System.Collections.Concurrent;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Deliberate.Debates;
using Trame.Deliberate.Rooms;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Territories;
using Trame.Tests.Deliberate.Debates;

namespace Trame.Tests.Serve;

/// <summary>What Trame said it keeps, it keeps: killed in the middle of writing, or stopped with Ctrl-C.</summary>
public abstract partial class LostWritesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trame-kill-").FullName;

    protected abstract Provider Provider { get; }

    protected abstract Task<string> NewDatabase();

    protected virtual Task DropDatabase() => Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are sent as on Linux");
        var space = new Space("essai", "Espace d’essai", Provider, await NewDatabase(), null, false, false);
        var services = new ServiceCollection();
        TrameHost.AddFoundation(services, TrameHost.Configuration(_folder));
        await using var house = services.BuildServiceProvider();
        var directory = house.GetRequiredService<SpaceDirectory>();
        directory.Prepare();
        directory.Add(space, DateTimeOffset.UnixEpoch).Accepted.ShouldBeTrue();
        space = directory.Find(space.Slug)!;
        await house.GetRequiredService<PrepareSpace>().Handle(space, default);
        await AddCommune(house.GetRequiredService<SpaceDatabases>().Open(space));
        SqliteConnection.ClearAllPools(); // the server must be the last to hold the file
    }

    private static async Task AddCommune(TrameDb open)
    {
        await using var db = open;
        var commune = new Territory(TerritoryKind.Commune, "Yzeure", "yzeure", null);
        commune.AddCode("insee", "03321");
        db.Add(commune);
        (await db.Save(default)).Accepted.ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await DropDatabase();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_process_killed_while_people_write_has_lost_nothing_it_acknowledged()
    {
        var acknowledged = new ConcurrentBag<(string Address, string Name)>();
        for (var life = 0; life < 2; life++)
        {
            await using var trame = TrameProcess.Start(_folder);
            await trame.Ready();
            var before = acknowledged.Count;
            var writing = Enumerable.Range(0, 4).Select(i => Write(trame, $"vie {life} main {i}", acknowledged)).ToList();
            while (acknowledged.Count < before + 12 && !writing.All(w => w.IsCompleted)) await Task.Delay(5, TestContext.Current.CancellationToken);
            await trame.Kill();
            await Task.WhenAll(writing);
            acknowledged.Count.ShouldBeGreaterThanOrEqualTo(before + 12);
        }

        await Found(acknowledged);
    }

    [Fact]
    public async Task A_room_keeps_every_move_that_was_acknowledged_before_the_process_was_killed()
    {
        var debate = await HasRoom();
        var acknowledged = 0;
        await using (var trame = TrameProcess.Start(_folder))
        {
            await trame.Ready();
            var walking = Enumerable.Range(0, 8).Select(async i =>
            {
                var phone = await trame.Browse();
                try
                {
                    for (var n = 0; n < 6; n++)
                    {
                        (await (await phone.Open($"/debats/{debate}/salle")).SendTo("?handler=Move", ("Position", n % 2 == 0 ? "100" : "-100"))).Status.ShouldBe(HttpStatusCode.Redirect);
                        Interlocked.Increment(ref acknowledged);
                    }
                }
                catch (HttpRequestException)
                {
                    // killed
                }
            }).ToList();
            while (acknowledged < 20 && !walking.All(w => w.IsCompleted)) await Task.Delay(5, TestContext.Current.CancellationToken);
            await trame.Kill();
            await Task.WhenAll(walking);
        }

        await using var house = House();
        (await In(house, db => db.Set<RoomEvent>().CountAsync(e => e.Kind == RoomEventKind.Moved))).ShouldBeGreaterThanOrEqualTo(acknowledged);
        await using var again = TrameProcess.Start(_folder);
        var page = await (await again.Ready()).Open($"/debats/{debate}/mur");
        var people = int.Parse(page.Document.QuerySelector("[data-room='people']")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
        people.ShouldBe(await In(house, db => db.Set<RoomSeat>().CountAsync()), "who comes back finds the room as it was");
    }

    private ServiceProvider House()
    {
        var services = new ServiceCollection();
        TrameHost.AddFoundation(services, TrameHost.Configuration(_folder));
        return services.BuildServiceProvider();
    }

    private static async Task<T> In<T>(ServiceProvider house, Func<TrameDb, Task<T>> read)
    {
        await using var db = house.GetRequiredService<SpaceDatabases>().Open(house.GetRequiredService<SpaceDirectory>().Find("essai")!);
        return await read(db);
    }

    // As somebody who holds it would have left it, before the server starts.
    private async Task<string> HasRoom()
    {
        await using var house = House();
        await using var db = house.GetRequiredService<SpaceDatabases>().Open(house.GetRequiredService<SpaceDirectory>().Find("essai")!);
        var today = db.Now.InUtc().Date;
        var (from, to) = (NodaTime.Text.LocalDatePattern.Iso.Format(today), NodaTime.Text.LocalDatePattern.Iso.Format(today.PlusDays(20)));
        var debate = new Debate("Où ralentir", "ou-ralentir", (await db.Set<Territory>().FirstAsync()).Id, "ESSAI", db.Now);
        debate.Accept().ThrowIfRefused();
        debate.Set(debate.Name, SeededDebates.Whole with { DecidesOn = today.PlusDays(40), Phases = [.. SeededDebates.Whole.Phases.Select(p => p with { StartsOn = from, EndsOn = to })] }).ThrowIfRefused();
        debate.Open(today).ThrowIfRefused();
        var room = new DebateRoom(debate.Id, 1, RoomAxis.Zones, doubt: true, HallMode.Counts, db.Now);
        db.AddRange(debate, room);
        (await db.Save(default)).ThrowIfRefused();
        await using var services = house.CreateAsyncScope();
        await SpaceScope.Enter(services.ServiceProvider, house.GetRequiredService<SpaceDirectory>().Find("essai")!, Actor.Machine, default);
        (await services.ServiceProvider.GetRequiredService<RunRoom>().State(room, "Il faut ralentir ici", false, Actor.Machine)).Refusals.ShouldBeEmpty();
        SqliteConnection.ClearAllPools();
        return debate.Slug;
    }

    [Fact]
    public async Task Ctrl_C_stops_cleanly_and_a_second_start_finds_everything()
    {
        var acknowledged = new ConcurrentBag<(string Address, string Name)>();
        await using (var trame = TrameProcess.Start(_folder))
        {
            var browser = await trame.Ready();
            acknowledged.Add(await Propose(browser, "Le four à pain"));
            (await trame.Stop()).ShouldBe(0, trame.Said);
        }

        if (Provider == Provider.Sqlite) File.Exists(Path.Combine(_folder, "spaces", "essai.sqlite-wal")).ShouldBeFalse("the write-ahead log is folded into the file, which can be taken away alone");
        await Found(acknowledged);
    }

    // Until the connection breaks: an answer that did not come was not an acknowledgement.
    private static async Task Write(TrameProcess trame, string hand, ConcurrentBag<(string, string)> acknowledged)
    {
        var browser = await trame.Browse();
        try
        {
            for (var n = 0; n < 12; n++) acknowledged.Add(await Propose(browser, $"Banc {hand} numéro {n}"));
        }
        catch (HttpRequestException)
        {
            // killed: the next life must show everything that was answered before this
        }
    }

    private static async Task<(string Address, string Name)> Propose(Browser browser, string name)
    {
        var form = await browser.Open("/proposer/lieux");
        var sent = await form.Send(("name", name), ("territory", "Yzeure"), ("Source", "J’y vais"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Words);
        return (sent.Location!, name);
    }

    private async Task Found(IReadOnlyCollection<(string Address, string Name)> acknowledged)
    {
        await using var trame = TrameProcess.Start(_folder);
        var browser = await trame.Ready();
        foreach (var (address, name) in acknowledged)
        {
            var page = await browser.Open(address);
            page.Status.ShouldBe(HttpStatusCode.OK, name);
            page.Words.ShouldContain(name);
        }
    }
}

public sealed class LostWritesOnSqlite : LostWritesTests
{
    protected override Provider Provider => Provider.Sqlite;

    protected override Task<string> NewDatabase() => Task.FromResult("essai.sqlite");
}

public sealed class LostWritesOnPostgres : LostWritesTests
{
    private PostgresDatabase? _database;

    protected override Provider Provider => Provider.Postgres;

    protected override async Task<string> NewDatabase()
    {
        _database = await PostgresDatabase.Create();
        return _database.Connection;
    }

    protected override async Task DropDatabase()
    {
        if (_database is not null) await _database.DisposeAsync();
    }
}
