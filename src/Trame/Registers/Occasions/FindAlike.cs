using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Text;

namespace Trame.Registers.Occasions;

/// <summary>Records that may be the same thing: the same name in the same commune, or a name that shares a word within 100 metres.</summary>
public sealed class FindAlike(TrameDb db)
{
    private const double NearMetres = 100;

    // Degrees that surely contain 100 m up to 70° of latitude; the exact distance is measured after.
    private const double Box = 0.003;

    public async Task<IReadOnlyList<Alike>> Handle(OccasionKind kind, string name, Guid territoryId, double? latitude, double? longitude, Guid? except, CancellationToken stop)
    {
        var candidates = await db.Set<Occasion>().AsNoTracking()
            .Where(o => o.Kind == kind && o.MergedIntoId == null && o.Id != except)
            .Where(o => o.TerritoryId == territoryId
                || (o.Latitude >= latitude - Box && o.Latitude <= latitude + Box && o.Longitude >= longitude - Box && o.Longitude <= longitude + Box))
            .Select(o => new { o.Id, o.Name, o.Slug, o.Kind, o.Address, o.TerritoryId, o.Latitude, o.Longitude })
            .ToListAsync(stop);
        var (folded, words) = (Slug.From(name), Words(name));
        var here = latitude is { } y && longitude is { } x ? GeoPoint.Of(x, y) : null;
        return [.. candidates
            .Where(c => (c.TerritoryId == territoryId && Slug.From(c.Name) == folded) || (Near(here, c.Latitude, c.Longitude) && Words(c.Name).Overlaps(words)))
            .Select(c => new Alike(c.Id, c.Name, $"/{OccasionShelf.Of(c.Kind)}/{c.Slug}", c.Address))
            .Take(5)];
    }

    private static bool Near(GeoPoint? here, double? latitude, double? longitude) =>
        here is { } a && latitude is { } y && longitude is { } x && GeoPoint.Of(x, y) is { } b && GeoDistance.Metres(a, b) <= NearMetres;

    private static HashSet<string> Words(string name) => [.. FrenchTokens.Tokens(name).Where(w => w.Length > 2)];
}
