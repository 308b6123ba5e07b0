using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Territories;

/// <summary>What other rooms ask about territories: the tree (remembered), and the shapes to draw on a map.</summary>
public sealed class FindTerritories(TrameDb db, CurrentSpace current, SpaceMemory memory)
{
    // A save forgets what a space remembers, but hardly ever touches a territory: the last tree is kept as long as their count and versions say nothing moved.
    private static readonly ConcurrentDictionary<string, (string Stamp, TerritoryTree Tree)> Last = new();

    public Task<TerritoryTree> Tree(CancellationToken stop) => memory.Keep(current.Space, "territory-tree", () => Read(stop));

    /// <summary>Shapes of these territories: contour where one is known, else the centroid alone. Those that have neither are left out.</summary>
    public async Task<IReadOnlyList<TerritorySite>> Sites(IReadOnlyCollection<TerritoryNode> nodes, CancellationToken stop)
    {
        var drawn = nodes.Where(n => n.HasContour).Select(n => n.Id).ToList();
        var contours = drawn.Count == 0 ? [] : await db.Set<Territory>().AsNoTracking().Where(t => drawn.Contains(t.Id) && t.Contour != null)
            .Select(t => new { t.Id, t.Contour }).ToDictionaryAsync(t => t.Id, t => t.Contour!, stop);
        return [.. nodes.Where(n => n is { Latitude: not null, Longitude: not null }).Select(n => new TerritorySite(n.Slug, new GeoPoint(n.Longitude!.Value, n.Latitude!.Value),
            contours.TryGetValue(n.Id, out var contour) ? ContourText.Decode(contour) : null))];
    }

    private async Task<TerritoryTree> Read(CancellationToken stop)
    {
        var about = current.Settings.TerritoryId;
        var territories = db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes();
        var stamp = $"{current.Space.Connection};{about};{await territories.CountAsync(stop)};{await territories.SumAsync(t => (long)t.Version, stop)};{await db.Set<TerritoryCode>().CountAsync(stop)}";
        if (Last.TryGetValue(current.Space.Slug, out var last) && last.Stamp == stamp) return last.Tree;
        var codes = (await db.Set<TerritoryCode>().AsNoTracking().ToListAsync(stop)).ToLookup(c => c.TerritoryId);
        var rows = await territories.Select(t => new { t.Id, t.Kind, t.Name, t.Slug, t.ParentId, t.Population, t.PopulationYear, t.PopulationSource, t.Latitude, t.Longitude, Drawn = t.Contour != null, t.PostalCodes }).ToListAsync(stop);
        var tree = new TerritoryTree(rows.Select(t => new TerritoryNode(t.Id, t.Kind, t.Name, t.Slug, t.ParentId, t.Population, t.PopulationYear, t.PopulationSource,
            t.Latitude, t.Longitude, t.Drawn, codes[t.Id].ToDictionary(c => c.Scheme, c => c.Value), t.PostalCodes)), about);
        Last[current.Space.Slug] = (stamp, tree);
        return tree;
    }
}
