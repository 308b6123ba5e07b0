using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Observe.Home;

namespace Trame.Observe.Indicators;

/// <summary>Behind any figure: what it means, how it is computed, from what, when, and what it does not say (R10).</summary>
public sealed class ShowIndicatorModel(ObserveTerritory observe, SpaceMap map) : TramePage
{
    public const int MostRows = 1000;

    public IndicatorReading Reading { get; private set; } = null!;
    public ChoroplethView? Map { get; private set; }
    public WeekHeatView? Week { get; private set; }
    public string At { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string indicateur, CancellationToken stop)
    {
        if (Indicator.Named(indicateur) is not { } indicator) return NotFound();
        var view = await observe.Handle(stop);
        Reading = IndicatorReading.Of(indicator, view, Here.Settings);
        At = SpaceCalendar.Of(Here.Settings).Local(view.At).PlainMoment(CultureInfo.CurrentCulture);
        if (indicator.Key == "heures-desertes") Week = WeekHeat.Of(view.Hours.Reference);
        if (MapMeasure.All.FirstOrDefault(m => m.Indicator == indicator.Key) is { } measure && await map.Handle(stop) is { } sheet)
            Map = HomeMap.Of(sheet, measure, view.Communes, [.. Reading.ByCommune.Select(r => r.Value)], Request.PathBase);
        return Page();
    }

    public static string Words(MapValue value) => value.IsMasked ? Texts.Get("home.map.masked")
        : value.Number is { } number ? ((decimal)number).Plain(CultureInfo.CurrentCulture) : Texts.Get("home.map.nodata");
}
