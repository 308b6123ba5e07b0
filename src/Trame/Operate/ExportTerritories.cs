using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Tables;
using Trame.Registers.Territories;

namespace Trame.Operate;

/// <summary>The tree of territories, row by row.</summary>
internal static class ExportTerritories
{
    private static readonly string[] Headers = ["slug", "kind", "name", "parent", "codes", "postal-codes", "population", "population-year", "population-source", "latitude", "longitude", "contour-source"];

    public static async Task<long> Write(TrameDb db, Stream stream, string format, CancellationToken stop)
    {
        var slugs = await db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes().ToDictionaryAsync(t => t.Id, t => t.Slug, stop);
        using var table = format == "csv" ? new TableWriter(stream, Headers) : null;
        using var features = format == "csv" ? null : new GeoJsonWriter(stream);
        var rows = 0L;
        await foreach (var t in db.Set<Territory>().AsNoTracking().OrderBy(t => t.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            string[] cells =
            [
                t.Slug, EnumWords.Write(t.Kind), t.Name, t.ParentId is { } parent ? slugs[parent] : "", string.Join(' ', t.Codes.Select(c => $"{c.Scheme}:{c.Value}").Order(StringComparer.Ordinal)), string.Join(' ', t.PostalCodes),
                Number(t.Population), Number(t.PopulationYear), t.PopulationSource ?? "", Degrees(t.Latitude), Degrees(t.Longitude), t.ContourSource ?? "",
            ];
            table?.Write(cells);
            features?.Write(Shape(t), Headers.Zip(cells).Where(p => p.Second.Length > 0).Select(p => KeyValuePair.Create<string, object?>(p.First, p.Second)), t.Slug);
            rows++;
        }

        return rows;
    }

    private static NetTopologySuite.Geometries.Geometry Shape(Territory t) =>
        t.Contour is { } contour ? ContourText.Decode(contour)
        : t is { Latitude: { } latitude, Longitude: { } longitude } ? GeoFactory.Wgs84.CreatePoint(new NetTopologySuite.Geometries.Coordinate(longitude, latitude))
        : GeoFactory.Wgs84.CreatePoint();

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Degrees(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
