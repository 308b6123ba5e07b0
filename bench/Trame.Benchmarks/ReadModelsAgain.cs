using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;

namespace Trame.Benchmarks;

/// <summary>Every read model made again from the journal.</summary>
internal static class ReadModelsAgain
{
    public static async Task Run(Options options)
    {
        if (options.Data is not { } data) throw new InvalidOperationException("rebuild needs --data, a folder that france or pages made.");
        await using var house = await House.Open(data);
        await using var db = house.Services.GetRequiredService<SpaceDatabases>().Open(house.Space);
        var clock = Stopwatch.StartNew();
        var result = await house.Services.GetRequiredService<RebuildReadModels>().Handle(db, CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        Table.Add("rebuild every read model", $"{result.Facts:N0} facts", $"{seconds:0.0} s", "", $"{result.Facts / seconds:N0} facts/s; fingerprint {result.Fingerprint[..8]}");
    }
}
