using System.Globalization;
using System.Text.Json;
using Trame.Foundation.Geo;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Observe.Occasions;

/// <summary>The map of a result: contours of the communes and points gathered in cells, for the browser's map and for the drawing that needs no script.</summary>
public sealed class OccasionMap(FindOccasions find, CommuneShapes communes)
{
    private const int FinestZoom = 19;
    private const int MostNamed = 8;
    private const int MostNamedAtTheEnd = 30; // at the finest zoom nothing parts any more: the names are the only way on

    private static readonly GeoBox World = new(-180, -90, 180, 90);

    /// <summary>The drawing of the page, with or without scripts.</summary>
    public async Task<ChoroplethView?> Draw(OccasionQuery query, string root, CancellationToken stop)
    {
        var shapes = await communes.Handle(stop);
        var points = await find.Points(query, World, stop);
        if (shapes.Count == 0 && points.Count == 0) return null;
        var sheet = SvgMap.Draw(shapes, [.. points.Select(p => new MapPoint(p.Slug, p.Name, p.At))], new SvgFrame(710, 480, 14, 22));
        return new ChoroplethView("carte-occasions", Texts.Get("find.map.title"), Texts.CountOf("find.map.description", points.Count), sheet.Width, sheet.Height,
            [.. sheet.Shapes.Where(s => s.Path.Length > 0).Select(s => new ChoroplethView.Area(s.Id, s.Label, s.Path, "0", "", $"{root}/occasions?vue=carte&commune={s.Id}"))])
        {
            Names = [.. MapNames.WithRoom(sheet).Select(n => new ChoroplethView.Name(n.X, n.Y, n.Name))],
            Points = [.. sheet.Points.Select(p => new ChoroplethView.Point(p.X, p.Y, p.Points.Count))],
            PointLegend = points.Count == 0 ? null : Texts.Get("find.map.point"),
            Note = sheet.HasApproximateShapes ? Texts.Get("find.map.approximate") : null,
        };
    }

    /// <summary>One cluster per cell of the zoom: what the browser's map asks for when it moves.</summary>
    public async Task Points(HttpContext context)
    {
        var (query, _) = OccasionQueryText.Read(context.Request.Query);
        var box = Box(context.Request.Query["bbox"]) ?? World;
        var zoom = int.TryParse(context.Request.Query["zoom"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, FinestZoom) : 10;
        var points = await find.Points(query with { Cursor = null }, box, context.RequestAborted);
        var byId = points.ToDictionary(p => p.Id.ToString());
        var clusters = TileGrid.Clusters(points.Select(p => new GridPoint(p.Id.ToString(), p.At)), zoom);
        await context.Response.WriteAsJsonAsync(clusters.Select(c => new
        {
            c.Count, c.Mean.Latitude, c.Mean.Longitude, Bounds = new[] { c.Bounds.South, c.Bounds.West, c.Bounds.North, c.Bounds.East },
            Items = c.Count > MostNamed && zoom < FinestZoom ? null : c.Ids.Take(MostNamedAtTheEnd).Select(id => byId[id]).Select(p => new { p.Name, Href = $"{context.Request.PathBase}/{OccasionShelf.Of(p.Kind)}/{p.Slug}" }),
        }), JsonSerializerOptions.Web, context.RequestAborted);
    }

    public async Task Contours(HttpContext context)
    {
        var shapes = await communes.Handle(context.RequestAborted);
        context.Response.ContentType = "application/geo+json";
        context.Response.Headers.CacheControl = "private, max-age=300";
        var outlet = new Outlet(context.Response.Body);
        using (var features = new GeoJsonWriter(outlet.Stream))
        {
            foreach (var shape in shapes)
            {
                features.Write(shape.Shape, [new("nom", shape.Label), new("approximatif", shape.IsApproximate), new("lien", $"{context.Request.PathBase}/occasions?vue=carte&commune={shape.Id}")], shape.Id);
                await outlet.Send(context.RequestAborted);
            }
        }

        await outlet.SendAll(context.RequestAborted);
    }

    private static GeoBox? Box(string? text)
    {
        var numbers = (text ?? "").Split(',').Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) ? d : double.NaN).ToArray();
        return numbers is [>= -360 and <= 360 and var west, >= -90 and <= 90 and var south, >= -360 and <= 360 and var east, >= -90 and <= 90 and var north]
            ? new GeoBox(Math.Max(west, -180), south, Math.Min(east, 180), north) : null;
    }
}
