using System.Globalization;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Observe.Home;

namespace Trame.Observe.Indicators;

/// <summary>What one indicator says of this space today: one value, and one per commune where that has a meaning.</summary>
/// <param name="Value">In words; « not measurable » and « hidden » are values too.</param>
public sealed record IndicatorReading(Indicator Indicator, string Value, IReadOnlyList<(CommuneView Commune, MapValue Value)> ByCommune)
{
    /// <summary>Whether it has one value per commune, and so a table worth downloading.</summary>
    public static bool IsByCommune(Indicator indicator) => indicator.Key == "occasions-ouvertes" || MapMeasure.All.Any(m => m.Indicator == indicator.Key);

    public static IndicatorReading Of(Indicator indicator, TerritoryView view, SpaceSettings settings)
    {
        var measure = MapMeasure.All.FirstOrDefault(m => m.Indicator == indicator.Key);
        IReadOnlyList<(CommuneView, MapValue)> rows = measure is not null ? [.. view.Communes.Zip(measure.Values(view.Communes, settings))]
            : indicator.Key == "occasions-ouvertes" ? [.. view.Communes.Select(c => (c, MapValue.Of(c.Open)))] : [];
        return new IndicatorReading(indicator, Whole(indicator, view, settings), rows);
    }

    private static string Whole(Indicator indicator, TerritoryView view, SpaceSettings settings) => indicator.Key switch
    {
        "occasions-ouvertes" => N(view.Open),
        "occasions-par-habitant" => Rate(view.Open, view.Population),
        "besoins-sans-reponse" => view.MayTellNeeds ? Rate(view.NeedsOpen, view.Population) : Texts.Get("home.map.masked"),
        "communes-loin-de-tout" => $"{N(view.Deserts.Count)} {Texts.CountOf("home.figure.far", view.Deserts.Count)}",
        "heures-desertes" => view.OpenWithHours == 0 ? Texts.Get("home.map.nodata") : Texts.Get("indicators.heures-desertes.value", view.Hours.Reference.Counts.Count(c => c == 0), view.Hours.August.Counts.Count(c => c == 0)),
        "fraicheur" => view.Open == 0 ? Texts.Get("home.map.nodata") : PlainNumbers.Percent((decimal)view.Verified / view.Open, CultureInfo.CurrentCulture),
        "rencontres" => Texts.Get("indicators.rencontres.value", N(view.MomentsHeld), N(view.PeopleMet)),
        _ => throw new InvalidOperationException($"The indicator '{indicator.Key}' has no reading."),
    };

    private static string Rate(int count, long? population) =>
        population is > 0 ? Math.Round(1000m * count / population.Value, 1).Plain(CultureInfo.CurrentCulture) : Texts.Get("home.map.nodata");

    private static string N(long value) => value.Plain(CultureInfo.CurrentCulture);
}
