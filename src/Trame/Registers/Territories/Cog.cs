using System.Runtime.CompilerServices;
using System.Text.Json;
using Trame.Foundation.Text;

namespace Trame.Registers.Territories;

/// <summary>The official list of French territories (Code officiel géographique 2026), shipped with Trame and read as a stream: never whole in memory.</summary>
public sealed class Cog(string folder)
{
    public const string Source = "COG 2026, @etalab/decoupage-administratif 6.0.0";

    public static Cog Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "data", "cog"));

    /// <summary>Which of its files are missing; none when the build fetched them.</summary>
    public IReadOnlyList<string> Missing => [.. ((string[])["communes.json", "epci.json", "departements.json", "regions.json"]).Where(f => !File.Exists(Path.Combine(folder, f)))];

    /// <summary>The communes of today; former communes are left out.</summary>
    public async IAsyncEnumerable<CogCommune> Communes([EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var commune in Read<CogCommune>("communes.json", stop))
            if (commune.IsToday) yield return commune;
    }

    public IAsyncEnumerable<CogIntercommunality> Intercommunalities(CancellationToken stop = default) => Read<CogIntercommunality>("epci.json", stop);

    public IAsyncEnumerable<CogArea> Departments(CancellationToken stop = default) => Read<CogArea>("departements.json", stop);

    public IAsyncEnumerable<CogArea> Regions(CancellationToken stop = default) => Read<CogArea>("regions.json", stop);

    /// <summary>Intercommunalities by a piece of their name, of one of their communes' names, or by a postal code; the closest names first.</summary>
    public async Task<IReadOnlyList<CogIntercommunality>> Search(string words, int limit, CancellationToken stop)
    {
        var wanted = Slug.From(words.Trim());
        if (words.Trim().Length < 2) return [];
        var delivered = words.Trim() is { Length: 5 } code && code.All(char.IsAsciiDigit)
            ? await Communes(stop).Where(c => c.PostalCodes?.Contains(code) == true || c.Code == code).Select(c => c.Code).ToHashSetAsync(cancellationToken: stop) : [];
        var found = new List<(int Rank, CogIntercommunality Intercommunality)>();
        await foreach (var intercommunality in Intercommunalities(stop))
        {
            var rank = delivered.Count > 0 ? (intercommunality.Members.Any(m => delivered.Contains(m.Code)) ? 0 : -1) : Rank(intercommunality, wanted);
            if (rank >= 0) found.Add((rank, intercommunality));
        }

        return [.. found.OrderBy(f => f.Rank).ThenBy(f => f.Intercommunality.Name, StringComparer.Ordinal).Take(limit).Select(f => f.Intercommunality)];
    }

    private static int Rank(CogIntercommunality intercommunality, string wanted)
    {
        var name = Slug.From(intercommunality.Name);
        if (name.StartsWith(wanted, StringComparison.Ordinal)) return 0;
        if (intercommunality.Members.Any(m => Slug.From(m.Name) == wanted)) return 1;
        if (name.Contains(wanted, StringComparison.Ordinal)) return 2;
        return intercommunality.Members.Any(m => Slug.From(m.Name).StartsWith(wanted, StringComparison.Ordinal)) ? 3 : -1;
    }

    private async IAsyncEnumerable<T> Read<T>(string file, [EnumeratorCancellation] CancellationToken stop) where T : class
    {
        await using var stream = File.OpenRead(Path.Combine(folder, file));
        await foreach (var item in JsonSerializer.DeserializeAsyncEnumerable<T>(stream, JsonSerializerOptions.Default, stop))
            if (item is not null) yield return item;
    }
}
