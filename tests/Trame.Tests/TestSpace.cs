using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.People;
using Trame.Registers.Territories;

namespace Trame.Tests;

/// <summary>A real Trame on a loopback port, with one empty space in a database of its own. Tests come in through HTTP or through acts.</summary>
public abstract class TestSpace : IAsyncLifetime
{
    public const string Slug = "essai";

    private readonly string _folder = Directory.CreateTempSubdirectory("trame-test-").FullName;
    private WebApplication? _app;

    /// <summary>A Friday: 20 November 2026, 9:30 in Paris.</summary>
    public SettableClock Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero));

    public abstract Provider Provider { get; }

    public IServiceProvider Services => App.Services;

    public string Address => App.Urls.First();

    /// <summary>Why this space cannot exist on this machine; null when it can.</summary>
    protected virtual string? Missing => null;

    // A fixture cannot skip, a test can: the first thing a test asks of a space that cannot exist skips it, with the reason.
    private WebApplication App
    {
        get
        {
            Assert.SkipWhen(Missing is not null, Missing ?? "");
            return _app!;
        }
    }

    /// <summary>The commune that test occasions stand in.</summary>
    public Guid CommuneId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        var configuration = TrameHost.Configuration(_folder);
        configuration["Trame:NoDemo"] = "true";
        _app = TrameHost.Build(configuration, "http://127.0.0.1:0", services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            foreach (var pace in (Type[])[typeof(Trame.Cooperate.Partners.KeepSending), typeof(Trame.Registers.Sources.KeepImporting)]) services.Remove(services.Single(s => s.ImplementationType == pace)); // a test does what waits when it wishes
        });
        var directory = Services.GetRequiredService<SpaceDirectory>();
        directory.Add(new Space(Slug, "Espace d’essai", Provider, await NewDatabase(), null, false, false), Clock.GetUtcNow());
        await Services.GetRequiredService<PrepareSpace>().Handle(directory.Find(Slug)!, default);
        await _app.StartAsync();
        while (!Services.GetRequiredService<Readiness>().IsReady)
        {
            if (_app.Lifetime.ApplicationStopping.IsCancellationRequested) throw new InvalidOperationException("The space could not be prepared: the reason is in the output above.");
            await Task.Delay(20);
        }

        await Act(async db =>
        {
            await SpaceSettings.Write(db, new SpaceSettings { Name = "Espace d’essai", HelpPhone = "04 70 00 00 00" }, default);
            var commune = new Territory(TerritoryKind.Commune, "Yzeure", "yzeure", null);
            commune.AddCode("insee", "03321");
            commune.PlaceAt(46.5661, 3.3544, "essai");
            CommuneId = commune.Id;
            db.Add(commune);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await DropDatabase();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Asks the database itself what it is.</summary>
    public async Task<Provider> ProviderInUse() => await Read(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Provider == Provider.Sqlite ? "SELECT sqlite_version()" : "SHOW server_version";
        (await command.ExecuteScalarAsync()).ShouldNotBeNull();
        return db.Database.IsSqlite() ? Provider.Sqlite : Provider.Postgres;
    });

    /// <summary>Runs acts in a scope of the space, as the machine or as someone.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> act, Actor? actor = null)
    {
        await using var scope = Services.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, Services.GetRequiredService<SpaceDirectory>().Find(Slug)!, actor ?? Actor.Machine, default);
        return await act(scope.ServiceProvider);
    }

    public Task<T> Read<T>(Func<TrameDb, Task<T>> read) => In(services => read(services.GetRequiredService<TrameDb>()));

    public Task Act(Func<TrameDb, Task> act) => In(async services =>
    {
        await act(services.GetRequiredService<TrameDb>());
        return true;
    });

    /// <summary>A browser with its own cookies, that does not follow redirections by itself.</summary>
    public Browser Browse() => new(Address);

    /// <summary>A browser of somebody who has this role in the whole space.</summary>
    public async Task<Browser> BrowseAs(Role role, string name = "Camille") => await In(async services =>
    {
        var db = services.GetRequiredService<TrameDb>();
        var person = new Person(name, "fr", db.Now);
        db.Add(person);
        if (role is not (Role.Visitor or Role.Resident)) db.Add(new RoleGrant(person.Id, role, null, "essai", db.Now));
        var signedIn = services.GetRequiredService<SignedIn>();
        var token = signedIn.Start(person);
        (await db.Save(default)).Accepted.ShouldBeTrue();
        return new Browser(Address, signedIn.CookieName, token);
    });

    protected abstract Task<string> NewDatabase();

    protected abstract Task DropDatabase();
}
