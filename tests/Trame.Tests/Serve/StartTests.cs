using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation;
using Trame.Foundation.Spaces;

namespace Trame.Tests.Serve;

/// <summary>A server that cannot start says in one line why, and what to do; it leaves no forty lines of its insides.</summary>
public sealed class StartTests : IDisposable
{
    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    [Fact]
    public async Task An_address_that_is_taken_or_is_none_is_told_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        OneLine(await _trame.Run("serve", "--no-demo", "--urls", $"http://127.0.0.1:{port}"), $":{port}", "--urls");
        OneLine(await _trame.Run("serve", "--no-demo", "--urls", "n'importe quoi"), "--urls");
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_told_and_the_folder_is_free_when_the_first_has_gone()
    {
        var services = new ServiceCollection();
        TrameHost.AddFoundation(services, TrameHost.Configuration(_trame.Data));
        await using var house = services.BuildServiceProvider();
        var folder = house.GetRequiredService<DataFolder>();
        folder.Prepare();
        using (var held = folder.Hold())
        {
            held.ShouldNotBeNull();
            folder.Hold().ShouldBeNull();
            OneLine(await _trame.Run("serve", "--no-demo", "--urls", "http://127.0.0.1:0"), _trame.Data, "--data");
            (await _trame.Run("space", "list")).Well(); // other verbs work beside a server
        }

        using var again = folder.Hold();
        again.ShouldNotBeNull();
    }

    private static void OneLine(CommandLine.Told told, params string[] words)
    {
        told.Refused(words);
        told.Error.Trim().Split('\n').Length.ShouldBe(1, told.Error);
        told.Out.ShouldNotContain("   at ");
    }
}
