using System.Globalization;
using Trame.Foundation.Geo;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Observe.Home;

/// <summary>The home map, as the page draws it: each commune in its class, each occasion a gold point.</summary>
internal static class HomeMap
{
    public static ChoroplethView Of(MapDrawing sheet, MapMeasure measure, IReadOnlyList<CommuneView> communes, IReadOnlyList<MapValue> values, string root)
    {
        var classes = ChoroplethClasses.Quantiles([.. values]);
        var byId = communes.Select((c, i) => (Commune: c, Value: values[i])).ToDictionary(x => x.Commune.Slug);
        return new ChoroplethView("carte-accueil", Texts.Get($"home.map.{measure.Key}.title"), Texts.Get($"home.map.{measure.Key}.description", communes.Count), sheet.Width, sheet.Height,
            [.. sheet.Shapes.Where(s => s.Path.Length > 0).Select(s => Area(s, measure, byId[s.Id], classes, root))])
        {
            Names = [.. MapNames.WithRoom(sheet).Select(n => new ChoroplethView.Name(n.X, n.Y, n.Name))],
            Points = [.. sheet.Points.Select(p => new ChoroplethView.Point(p.X, p.Y, p.Points.Count))],
            PointLegend = sheet.Points.Count == 0 ? null : Texts.Get("home.map.point"),
            Legend = [.. classes.Legend.Where(l => l.Count > 0).Select(l => new ChoroplethView.LegendEntry(Shade(l), Legend(l)))],
            Note = sheet.HasApproximateShapes ? Texts.Get("home.map.approximate") : null,
        };
    }

    private static ChoroplethView.Area Area(DrawnShape shape, MapMeasure measure, (CommuneView Commune, MapValue Value) at, ChoroplethClasses classes, string root) =>
        new(shape.Id, shape.Label, shape.Path, Shade(classes.Of(at.Value)), Say(measure, at.Value), $"{root}/territoires/{at.Commune.Slug}");

    public static string Say(MapMeasure measure, MapValue value) =>
        value.IsMasked ? Texts.Get("home.map.masked") : value.Number is { } number ? Texts.Get($"home.map.{measure.Key}.value", Number(number)) : Texts.Get("home.map.nodata");

    private static string Shade(MapClass c) => c.Kind switch
    {
        MapClassKind.Zero => "0",
        MapClassKind.Masked => ChoroplethView.Masked,
        MapClassKind.NoData => ChoroplethView.NoData,
        _ => c.Ramp.ToString(CultureInfo.InvariantCulture),
    };

    private static string Legend(MapClass c) => c.Kind switch
    {
        MapClassKind.Zero => "0",
        MapClassKind.Masked => Texts.Get("home.map.legend.masked"),
        MapClassKind.NoData => Texts.Get("home.map.nodata"),
        _ when c.To is null => Texts.Get("home.map.legend.more", Number(c.From)),
        _ when c.From == c.To => Number(c.From),
        _ => Texts.Get("home.map.legend.range", Number(c.From), Number(c.To.Value)),
    };

    private static string Number(double value) => ((decimal)value).Plain(CultureInfo.CurrentCulture);
}
