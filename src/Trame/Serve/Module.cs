using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Serve;

/// <summary>The verb that opens the house to the network.</summary>
public sealed class Module : IModule
{
    public IEnumerable<Command> Commands(CommandHost host)
    {
        var urls = new Option<string>("--urls") { Description = Texts.Get("cli.serve.urls"), DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TRAME__URLS") ?? "http://127.0.0.1:5080" };
        var noDemo = new Option<bool>("--no-demo") { Description = Texts.Get("cli.serve.no-demo") };
        var serve = new Command("serve", Texts.Get("cli.serve")) { urls, noDemo };
        serve.SetAction((parsed, stop) => Serve(parsed.GetValue(host.Data), parsed.GetValue(urls)!, parsed.GetValue(noDemo), stop));
        yield return serve;
    }

    // Until the house listens, what goes wrong is told below in one line; its own log would tell it in forty.
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    private static async Task<int> Serve(string? data, string urls, bool noDemo, CancellationToken stop)
    {
        var configuration = TrameHost.Configuration(data);
        if (noDemo) configuration["Trame:NoDemo"] = "true";
        if (Proxies.Wrong(configuration) is { } wrong) return await CommandHost.Fail("host.proxies", wrong);
        var listens = false;
        await using var app = TrameHost.Build(configuration, urls, services => services.AddLogging(log => log.AddFilter(HostLog, level => listens && level >= LogLevel.Warning)));
        using var held = app.Services.GetRequiredService<DataFolder>().Hold();
        if (held is null) return await CommandHost.Fail("host.held", app.Services.GetRequiredService<DataFolder>().Root);
        try
        {
            await app.StartAsync(stop);
            listens = true;
        }
        catch (Exception reason) when (reason is IOException or FormatException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            return await CommandHost.Fail("host.listen", urls, reason.Message.TrimEnd('.'));
        }

        var folder = app.Services.GetRequiredService<DataFolder>();
        foreach (var address in app.Urls) Console.WriteLine($"Trame: {address}   ({Texts.Get("host.serving", folder.Root)})");
        await File.WriteAllTextAsync(folder.Address, app.Urls.First(), stop);
        await app.WaitForShutdownAsync(stop);
        File.Delete(folder.Address);
        await app.DisposeAsync(); // whoever still held a connection gives it back
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // the last connection folds the log into the file, which can then be taken away alone
        return Environment.ExitCode;
    }
}
