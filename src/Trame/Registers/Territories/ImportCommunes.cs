using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;

namespace Trame.Registers.Territories;

/// <summary>
/// Completes the communes whose code is known, and adds those of a list the space does not know yet (Belgian ones, say). A commune of a list it knows, but does
/// not hold, lies outside: the file of a whole country completes one's own territory, unless all are asked for. All of the file or nothing.
/// </summary>
public sealed class ImportCommunes(TrameDb db, FindTerritories find)
{
    public async Task<ImportReport> Handle(CommuneFile file, string source, bool all, bool dryRun, CancellationToken stop)
    {
        if (file.Problems.Count > 0) return new(0, 0, 0, 0, file.Problems, []);
        var tree = await find.Tree(stop);
        var known = await Known(file, tree, stop);
        var holder = tree.About is { Kind: < TerritoryKind.Commune } about ? about.Id : tree.Roots.FirstOrDefault()?.Id;
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        var lists = all ? [] : await (from code in db.Set<TerritoryCode>() join commune in db.Set<Territory>() on code.TerritoryId equals commune.Id where commune.Kind == TerritoryKind.Commune select code.Scheme).Distinct().ToListAsync(stop);
        var (created, changed, unchanged, outside) = (0, 0, 0, 0);
        foreach (var line in file.Communes)
        {
            if (known.GetValueOrDefault((line.Scheme, line.Code)) is { } territory)
            {
                Complete(territory, line, source);
                if (db.Entry(territory).State == EntityState.Modified) changed++; else unchanged++;
                continue;
            }

            if (lists.Contains(line.Scheme))
            {
                outside++;
                continue;
            }

            var slug = Slug.Unique(Slug.From(line.Name), s => tree.BySlug(s) is not null || slugs.Contains(s));
            slugs.Add(slug);
            var made = new Territory(TerritoryKind.Commune, line.Name, slug, holder);
            made.AddCode(line.Scheme, line.Code);
            Complete(made, line, source);
            db.Add(made);
            created++;
        }

        if (!dryRun) (await db.Save(stop)).ThrowIfRefused();
        return new(created, changed, unchanged, outside, [], []);
    }

    private static void Complete(Territory territory, CommuneLine line, string source)
    {
        if (line.Population is { } people && (territory.Population, territory.PopulationYear) != (people, line.Year)) territory.CountPeople(people, line.Year, source);
        if (line is { Latitude: { } latitude, Longitude: { } longitude } && (territory.Latitude, territory.Longitude) != (latitude, longitude)) territory.PlaceAt(latitude, longitude, source);
    }

    private async Task<Dictionary<(string, string), Territory>> Known(CommuneFile file, TerritoryTree tree, CancellationToken stop)
    {
        var ids = file.Communes.Select(l => tree.ByCode(l.Scheme, l.Code)?.Id).OfType<Guid>().ToList();
        var territories = await db.Set<Territory>().Where(t => ids.Contains(t.Id)).ToListAsync(stop);
        return territories.SelectMany(t => t.Codes.Select(c => (Key: (c.Scheme, c.Value), Territory: t))).ToDictionary(p => p.Key, p => p.Territory);
    }
}
