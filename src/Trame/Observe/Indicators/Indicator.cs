namespace Trame.Observe.Indicators;

/// <summary>
/// A figure that can be shown. Its name, definition, formula, source and gaps are texts <c>indicators.{key}.name|definition|formula|source|gaps</c> (R10): no
/// figure exists without them, and a test looks for each.
/// </summary>
/// <param name="Unit">Text key of the unit.</param>
/// <param name="MoreIs">« better », « worse » or « neither »: which way is wished for, when there is one.</param>
/// <param name="CountsPeople">True when the figure counts households or people: small cells are hidden.</param>
public sealed record Indicator(string Key, string Unit, string MoreIs, bool CountsPeople)
{
    public static readonly IReadOnlyList<Indicator> All =
    [
        new("occasions-ouvertes", "indicators.unit.occasions", "better", false),
        new("occasions-par-habitant", "indicators.unit.per-thousand", "better", false),
        new("besoins-sans-reponse", "indicators.unit.needs-per-thousand", "worse", true),
        new("communes-loin-de-tout", "indicators.unit.km", "worse", false),
        new("heures-desertes", "indicators.unit.hours", "worse", false),
        new("fraicheur", "indicators.unit.percent", "better", false),
        new("rencontres", "indicators.unit.moments", "neither", false),
    ];

    public static Indicator? Named(string key) => All.FirstOrDefault(i => i.Key == key);
}
