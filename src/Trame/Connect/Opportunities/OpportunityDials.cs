using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trame.Engines.Opportunities;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Connect.Opportunities;

/// <summary>What the coordinator weighs: how far, which kinds, mixing against distance against waiting, how many together. A dial of 1 is the usual weight, 0 none, 3 three times.</summary>
/// <param name="Kinds">Keys looked at; all when empty.</param>
/// <param name="People">Most people together.</param>
/// <param name="Ideas">Ideas kept: a short list is read.</param>
public sealed record OpportunityDials(int RadiusMetres = 15_000, IReadOnlyList<string>? Kinds = null, int Mixing = 1, int Distance = 1, int Waiting = 1, int People = 16, int Ideas = 12)
{
    public const int Strongest = 3;
    public const int MostIdeas = 60;

    private const string Setting = "opportunities.dials";

    public static readonly IReadOnlyList<int> Radii = [500, 1_500, 4_000, 8_000, 15_000];

    public OpportunityWeights Weights
    {
        get
        {
            var usual = new OpportunityWeights();
            return usual with { Mixing = usual.Mixing * Mixing, MinuteOfTravel = usual.MinuteOfTravel * Distance };
        }
    }

    public IEnumerable<Refusal> Wrong()
    {
        if (!Radii.Contains(RadiusMetres)) yield return new("opportunities.dials.radius", "Radius");
        if (new[] { Mixing, Distance, Waiting }.Any(d => d is < 0 or > Strongest)) yield return new("opportunities.dials.strength", "Mixing", $"{Strongest}");
        if (People is < 2 or > 60) yield return new("opportunities.dials.people", "People");
        if (Ideas is < 1 or > MostIdeas) yield return new("opportunities.dials.ideas", "Ideas", $"{MostIdeas}");
    }

    public static async Task<OpportunityDials> Of(TrameDb db, CancellationToken stop) =>
        await db.Set<Setting>().AsNoTracking().Where(s => s.Key == Setting).Select(s => s.Value).FirstOrDefaultAsync(stop) is { } said ? JsonSerializer.Deserialize<OpportunityDials>(said, Columns.Json)! : new();

    public async Task Write(TrameDb db, CancellationToken stop)
    {
        var text = JsonSerializer.Serialize(this, Columns.Json);
        if (await db.Set<Setting>().FirstOrDefaultAsync(s => s.Key == Setting, stop) is { } row) row.Become(text);
        else db.Add(new Setting(Setting, text));
    }
}
