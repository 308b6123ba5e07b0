using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;

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

    private static async Task<int> Serve(string? data, string urls, bool noDemo, CancellationToken stop)
    {
        var configuration = TrameHost.Configuration(data);
        if (noDemo) configuration["Trame:NoDemo"] = "true";
        await using var app = TrameHost.Build(configuration, urls);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException busy)
        {
            await Console.Error.WriteLineAsync($"trame: {busy.Message} Choose another address: --urls http://127.0.0.1:5081");
            return 2;
        }

        foreach (var address in app.Urls) Console.WriteLine($"Trame: {address}   (Ctrl-C to stop; data in {app.Services.GetRequiredService<DataFolder>().Root})");
        await app.WaitForShutdownAsync(stop);
        await app.DisposeAsync(); // whoever still held a connection gives it back
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // the last connection folds the log into the file, which can then be taken away alone
        return Environment.ExitCode;
    }
}
