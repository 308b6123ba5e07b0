using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Tables;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Operate;

/// <summary>Every occasion with every field, row by row. What is written here is read back by « import places », field for field.</summary>
internal static class ExportOccasions
{
    private static readonly string[] Before = ["id", "kind"];
    private static readonly string[] After = ["commune-code", "status", "source", "source-at", "verified-at", "codes"];

    public static async Task<long> Write(TrameDb db, Stream stream, string format, CancellationToken stop)
    {
        var communes = await db.Set<Territory>().AsNoTracking().ToDictionaryAsync(t => t.Id, t => (t.Name, Code: t.CodeOf("insee") ?? t.CodeOf("nis5") ?? ""), stop);
        var organisations = await db.Set<Organisation>().AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        var occasions = db.Set<Occasion>().AsNoTracking().Where(o => o.MergedIntoId == null).OrderBy(o => o.Id).AsAsyncEnumerable();
        string[] headers = [.. Before, .. OccasionField.All.Select(f => f.Key), .. After];
        using var table = format == "csv" ? new TableWriter(stream, headers) : null;
        using var features = format == "csv" ? null : new GeoJsonWriter(stream);
        var rows = 0L;
        await foreach (var occasion in occasions.WithCancellation(stop))
        {
            string[] cells =
            [
                occasion.Id.ToString(), EnumWords.Write(occasion.Kind),
                .. OccasionField.All.Select(f => !f.Kinds.Contains(occasion.Kind) ? "" : f.Key switch
                {
                    "territory" => communes.GetValueOrDefault(occasion.TerritoryId).Name ?? "",
                    "organisation" => occasion.OrganisationId is { } id ? organisations.GetValueOrDefault(id, "") : "",
                    _ => f.Read(occasion),
                }),
                communes.GetValueOrDefault(occasion.TerritoryId).Code ?? "", EnumWords.Write(occasion.Status), occasion.Source, InstantPattern.General.Format(occasion.SourceAt),
                occasion.VerifiedAt is { } at ? InstantPattern.General.Format(at) : "", string.Join(' ', occasion.Codes.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}:{c.Value}")),
            ];
            table?.Write(cells);
            var properties = headers.Zip(cells).Where(p => p.Second.Length > 0).Select(p => KeyValuePair.Create<string, object?>(p.First, p.Second));
            if (occasion is { Latitude: { } latitude, Longitude: { } longitude }) features?.Write(new Foundation.Geo.GeoPoint(longitude, latitude), properties, occasion.Id.ToString());
            else features?.Write(GeoFactory.Wgs84.CreatePoint(), properties, occasion.Id.ToString());
            rows++;
        }

        return rows;
    }
}
