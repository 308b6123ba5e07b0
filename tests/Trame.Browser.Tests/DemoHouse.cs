using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Browser.Tests;

/// <summary>A real Trame on a loopback port with its demonstration, and one Chromium that every test shares.</summary>
public sealed class DemoHouse : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trame-browser-").FullName;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Task<IReadOnlyList<CrawledPage>>? _pages;

    public string Address => App.Urls.First();

    public IServiceProvider Services => App.Services;

    /// <summary>What a visitor reaches from the home page, read once for every test.</summary>
    internal Task<IReadOnlyList<CrawledPage>> Pages => _pages ??= new Crawl(this).Run();

    // A fixture cannot skip, a test can: without Chromium each of them says why it did not run.
    private WebApplication App
    {
        get
        {
            Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
            return _app!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        _app = TrameHost.Build(TrameHost.Configuration(_folder), "http://127.0.0.1:0");
        await _app.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(Chromium.Launch);
        var readiness = _app.Services.GetRequiredService<Readiness>();
        for (var wait = 0; !readiness.IsReady; wait++)
        {
            if (wait > 6000) throw new InvalidOperationException("The demonstration was not ready after five minutes.");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Somebody new in front of a screen: no cookie, nothing cached.</summary>
    public async Task<Walker> Arrive(Visit? visit = null, string? at = null)
    {
        _ = App;
        visit ??= new Visit();
        return await Walker.In(await _browser!.NewContextAsync(visit.Options(at ?? Address)), visit.Scripts);
    }

    /// <summary>The same, already signed in with a role in the whole space.</summary>
    /// <param name="at">Another address of the same house: its name instead of its number.</param>
    public async Task<Walker> ArriveAs(Role role, string name, Visit? visit = null, string? at = null)
    {
        var (cookie, token) = await SignIn(role, name);
        var walker = await Arrive(visit, at);
        await walker.Page.Context.AddCookiesAsync([new Cookie { Name = cookie, Value = token, Url = at ?? Address }]);
        return walker;
    }

    /// <summary>A journey through a page that is not built yet is skipped and says which; it runs by itself on the day the page answers.</summary>
    public void Needs(string route) => Assert.SkipUnless(
        App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Any(e => $"/{e.RoutePattern.RawText?.TrimStart('/')}".Contains(route, StringComparison.Ordinal)),
        $"no page answers {route} yet");

    /// <summary>Reads or prepares something in the demonstration space, as the machine.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, TrameDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, Services.GetRequiredService<SpaceDirectory>().All()[0], Actor.Machine, default);
        return await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TrameDb>());
    }

    private Task<(string Cookie, string Token)> SignIn(Role role, string name) => In(async (services, db) =>
    {
        var person = new Person(name, "fr", db.Now);
        db.Add(person);
        db.Add(new RoleGrant(person.Id, role, null, "essai", db.Now));
        var signedIn = services.GetRequiredService<SignedIn>();
        var token = signedIn.Start(person);
        (await db.Save(default)).Accepted.ShouldBeTrue();
        return (signedIn.CookieName, token);
    });
}
