using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Trame.Demo;
using Trame.Foundation;
using Trame.Foundation.Spaces;
using Trame.Registers.Territories;

namespace Trame.Benchmarks;

/// <summary>Makes the space that a benchmark is about, when its folder has none.</summary>
internal static class Spaces
{
    public static async Task Make(string data, TerritoryChoice about, DemoSize size)
    {
        var services = new ServiceCollection();
        TrameHost.AddFoundation(services, TrameHost.Configuration(data));
        await using var house = services.BuildServiceProvider();
        var directory = house.GetRequiredService<SpaceDirectory>();
        directory.Prepare();
        if (directory.All().Count > 0) return;
        var clock = Stopwatch.StartNew();
        var made = await house.GetRequiredService<CreateDemo>().Handle(new CreateDemo.Request(about, "bench", "Banc d’essai", size), null, CancellationToken.None);
        if (!made.Accepted) throw new InvalidOperationException($"The space could not be made: {made.Refusals[0].TextKey}.");
        var seconds = clock.Elapsed.TotalSeconds;
        var file = new FileInfo(house.GetRequiredService<DataFolder>().SpaceFile("bench"));
        Table.Add("make the space in bulk, indexes included", $"{size.Occasions:N0} occasions", $"{seconds:N0} s", "", $"{size.Occasions / seconds:N0} occasions/s; file {file.Length >> 20:N0} MB; peak memory {Peak() >> 20:N0} MB");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
