using Trame.Foundation.Geo;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;

namespace Trame.Observe.Home;

/// <summary>What the home map can show. Each one names the indicator that defines it.</summary>
public sealed record MapMeasure(string Key, string Indicator, bool IsPerThousand)
{
    public static readonly IReadOnlyList<MapMeasure> All =
    [
        new("occasions", "occasions-par-habitant", true),
        new("besoins", "besoins-sans-reponse", true),
        new("fraicheur", "fraicheur", false),
        new("proximite", "communes-loin-de-tout", false),
    ];

    public static MapMeasure Named(string? key) => All.FirstOrDefault(m => m.Key == key) ?? All[0];

    /// <summary>The value of each commune, hidden where it would point at households (R5), absent where it cannot be computed (R8).</summary>
    public IReadOnlyList<MapValue> Values(IReadOnlyList<CommuneView> communes, SpaceSettings settings)
    {
        if (Key != "besoins") return [.. communes.Select(Value)];
        var hidden = SmallCells.Hidden([.. communes.Select(c => c.NeedsOpen)], settings.SecrecyThreshold);
        return [.. communes.Select((c, i) => hidden.Contains(i) ? MapValue.Masked : PerThousand(c.NeedsOpen, c.Population))];
    }

    private MapValue Value(CommuneView c) => Key switch
    {
        "occasions" => PerThousand(c.Open, c.Population),
        "fraicheur" => c.Standing == 0 ? MapValue.NoData : MapValue.Of(Math.Round(100.0 * c.Fresh / c.Standing)),
        _ => c.NearestMetres is { } metres ? MapValue.Of(Math.Round(metres / 1000, 1)) : MapValue.NoData,
    };

    private static MapValue PerThousand(int count, int? population) =>
        population is > 0 ? MapValue.Of(Math.Round(1000.0 * count / population.Value, 1)) : MapValue.NoData;
}
