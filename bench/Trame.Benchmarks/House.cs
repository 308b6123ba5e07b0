using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Benchmarks;

/// <summary>The real Trame, in this process, on a loopback port, with a meter around it and one empty page more.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private House(WebApplication app) => (_app, _http) = (app, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) });

    public Meter Meter => _app.Services.GetRequiredService<Meter>();

    public IServiceProvider Services => _app.Services;

    public static async Task<House> Open(string data)
    {
        var configuration = TrameHost.Configuration(data);
        configuration["Trame:NoDemo"] = "true";
        var meter = new Meter();
        var app = TrameHost.Build(configuration, "http://127.0.0.1:0", services =>
        {
            services.AddSingleton(meter).AddSingleton<IStartupFilter>(meter);
            services.AddRazorPages().AddApplicationPart(typeof(House).Assembly); // Pages/Empty.cshtml
        });
        await app.StartAsync();
        while (!app.Services.GetRequiredService<Readiness>().IsReady) await Task.Delay(20);
        return new House(app);
    }

    public Space Space => Services.GetRequiredService<SpaceDirectory>().All()[0];

    public async Task<(int Status, string Text)> Get(string url, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>One page asked again and again, one request at a time: what each took in the server, allocated in the process and asked of the database.</summary>
    public async Task<(Timings Times, double Bytes, double Statements)> Ask(string url, int requests, int warmUp = 30)
    {
        for (var i = 0; i < warmUp; i++) await Get(url);
        Meter.Take();
        var (statements, bytes) = (Meter.Statements, GC.GetTotalAllocatedBytes(precise: true));
        for (var i = 0; i < requests; i++) await Get(url);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return (new Timings(Meter.Take().Select(s => s.Milliseconds)), (double)allocated / requests, (double)(Meter.Statements - statements) / requests);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
