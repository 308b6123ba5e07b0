using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Tests.Foundation.Web;

/// <summary>Behind a reverse proxy: its word is believed when it is a known one, and only then.</summary>
public sealed class ProxiesTests : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly string _folder = Directory.CreateTempSubdirectory("trame-proxy-").FullName;
    private WebApplication? _app;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_known_proxy_tells_the_scheme_the_host_and_the_client()
    {
        var http = await Start("127.0.0.1, 10.0.0.0/8");
        using var page = await http.SendAsync(Request(HttpMethod.Get, "/entrer", "203.0.113.7, 10.1.2.3"), Stop);
        Given(page).ShouldAllBe(c => c.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        using var feed = await http.SendAsync(Request(HttpMethod.Get, "/occasions.atom", "203.0.113.7"), Stop);
        (await feed.Content.ReadAsStringAsync(Stop)).ShouldContain("https://liens.exemple.fr/occasions");
    }

    [Fact]
    public async Task The_limits_are_those_of_each_client_and_not_of_the_proxy()
    {
        var http = await Start("127.0.0.1");
        (await Knock(http, "203.0.113.7", 25)).ShouldContain(HttpStatusCode.TooManyRequests);
        (await Knock(http, "203.0.113.8", 1)).ShouldNotContain(HttpStatusCode.TooManyRequests);
        (await Knock(http, "203.0.113.99, 203.0.113.7", 1)).ShouldContain(HttpStatusCode.TooManyRequests); // what a client writes itself stands further left and is not believed
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.1")]
    public async Task A_stranger_who_writes_these_headers_changes_nothing(string? proxies)
    {
        var http = await Start(proxies);
        using var page = await http.SendAsync(Request(HttpMethod.Get, "/entrer", "203.0.113.7"), Stop);
        Given(page).ShouldAllBe(c => !c.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        using var feed = await http.SendAsync(Request(HttpMethod.Get, "/occasions.atom", "203.0.113.7"), Stop);
        (await feed.Content.ReadAsStringAsync(Stop)).ShouldNotContain("liens.exemple.fr");
        (await Knock(http, "203.0.113.7", 25)).ShouldContain(HttpStatusCode.TooManyRequests);
        (await Knock(http, "203.0.113.8", 1)).ShouldContain(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_setting_that_is_no_address_is_told_at_start_in_one_line()
    {
        using var trame = new CommandLine();
        var told = await trame.With("TRAME__PROXIES", "127.0.0.1,partout").Run("serve", "--no-demo", "--urls", "http://127.0.0.1:0");
        told.Refused("« partout »").ErrorLines.Count.ShouldBe(1);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<HttpClient> Start(string? proxies)
    {
        var configuration = TrameHost.Configuration(_folder);
        configuration["Trame:NoDemo"] = "true";
        configuration[Proxies.Setting] = proxies;
        _app = TrameHost.Build(configuration, "http://127.0.0.1:0");
        var directory = _app.Services.GetRequiredService<SpaceDirectory>();
        directory.Add(new Space("essai", "Espace d’essai", Provider.Sqlite, "essai.sqlite", null, false, false), DateTimeOffset.UnixEpoch);
        await _app.Services.GetRequiredService<PrepareSpace>().Handle(directory.Find("essai")!, Stop);
        await _app.StartAsync(Stop);
        while (!_app.Services.GetRequiredService<Readiness>().IsReady) await Task.Delay(20, Stop);
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    // Not those it takes back: an expired cookie carries nothing.
    private static List<string> Given(HttpResponseMessage page)
    {
        List<string> given = [.. page.Headers.GetValues("Set-Cookie").Where(c => !c.Contains("01 Jan 1970", StringComparison.Ordinal))];
        given.ShouldNotBeEmpty();
        return given;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string client)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-For", client);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "liens.exemple.fr");
        return request;
    }

    private static async Task<List<HttpStatusCode>> Knock(HttpClient http, string client, int times)
    {
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < times; n++)
        {
            using var answer = await http.SendAsync(Request(HttpMethod.Post, "/entrer", client), Stop);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }
}
