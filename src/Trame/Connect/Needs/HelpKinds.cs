using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Connect.Needs;

/// <summary>The kinds of a space: those of <c>data/relier/sortes.json</c>, as this space has renamed, added or retired them.</summary>
public sealed class HelpKinds(TrameDb db)
{
    private static readonly Lazy<IReadOnlyList<HelpKind>> File = new(Read);

    /// <summary>As they come with Trame, in the order of the file.</summary>
    public static IReadOnlyList<HelpKind> Shipped => File.Value;

    private IReadOnlyList<HelpKind>? _all;

    /// <summary>Retired ones included: what was said with them is still told. In the order of the file, then those of the space.</summary>
    public async Task<IReadOnlyList<HelpKind>> All(CancellationToken stop) => _all ??= await Of(db, stop);

    public static async Task<IReadOnlyList<HelpKind>> Of(TrameDb db, CancellationToken stop)
    {
        var said = await db.Set<KindChange>().AsNoTracking().OrderBy(k => k.Id).ToListAsync(stop);
        var byKey = said.ToDictionary(k => k.Key);
        return [.. Shipped.Select(k => byKey.TryGetValue(k.Key, out var here) ? Renamed(k, here) : k), .. said.Where(k => Shipped.All(s => s.Key != k.Key)).Select(Own)];
    }

    public async Task<HelpKind?> Find(string key, CancellationToken stop) => (await All(stop)).FirstOrDefault(k => k.Key == key);

    private static HelpKind Renamed(HelpKind kind, KindChange here) => kind with { French = here.French, English = here.English, FrenchMoment = here.FrenchMoment, EnglishMoment = here.EnglishMoment, IsRetired = here.IsRetired };

    private static HelpKind Own(KindChange here) => new(here.Key, here.French, here.English, here.FrenchMoment, here.EnglishMoment, here.Together, true, false, 2, 3, 12, null, new Dictionary<string, double>(), 0, 2, here.IsRetired);

    private sealed record Told(string Key, string Fr, string En, [property: System.Text.Json.Serialization.JsonPropertyName("moment-fr")] string? MomentFr, [property: System.Text.Json.Serialization.JsonPropertyName("moment-en")] string? MomentEn,
        bool Together, bool Useful, bool Reserved, int Hours, int Least, int Most, string? Equipment, Dictionary<string, double>? Serves, int Cents, int Prepare);

    private static IReadOnlyList<HelpKind> Read()
    {
        using var file = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "relier", "sortes.json")));
        return [.. file.RootElement.GetProperty("kinds").Deserialize<List<Told>>(Columns.Json)!.Select(k => new HelpKind(k.Key, k.Fr, k.En, k.MomentFr ?? "", k.MomentEn ?? "", k.Together, k.Useful, k.Reserved,
            Math.Max(1, k.Hours), Math.Max(1, k.Least), Math.Max(1, k.Most), k.Equipment, k.Serves ?? [], k.Cents, k.Prepare, IsRetired: false))];
    }
}
