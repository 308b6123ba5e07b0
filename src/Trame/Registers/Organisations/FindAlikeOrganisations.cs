using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Registers.Organisations;

/// <summary>Records that may be the same organisation: the same SIRET, RNA or BCE number anywhere, or the same name in the same commune, accents and capitals aside.</summary>
public sealed class FindAlikeOrganisations(TrameDb db)
{
    private const int Most = 50;

    /// <param name="Code">What they share, when it is a number: « siret 1234… »; null when it is their name.</param>
    public sealed record Pair(Organisation First, Organisation Second, string? Code);

    /// <summary>Those that look like one record, known or about to enter.</summary>
    public async Task<IReadOnlyList<Organisation>> To(Guid? id, string name, Guid territoryId, IReadOnlyDictionary<string, string> codes, CancellationToken stop)
    {
        var folded = Slug.From(name);
        var found = await Living().Where(o => o.TerritoryId == territoryId && o.Slug.StartsWith(folded)).ToListAsync(stop);
        found.RemoveAll(o => Slug.From(o.Name) != folded);
        foreach (var (scheme, code) in codes)
        {
            var pattern = $"%\"{scheme}\":\"{code}\"%"; // the codes are one JSON text, written the same in both databases
            found.AddRange(await db.Set<Organisation>().FromSqlRaw("SELECT * FROM organisation WHERE codes LIKE {0}", pattern).AsNoTracking().Where(o => o.MergedIntoId == null).Take(Most).ToListAsync(stop));
        }

        return [.. found.Where(o => o.Id != id).DistinctBy(o => o.Id).OrderBy(o => o.Slug, StringComparer.Ordinal).Take(5)];
    }

    /// <summary>Pairs of the whole register, the surest first.</summary>
    public async Task<IReadOnlyList<Pair>> All(CancellationToken stop)
    {
        var all = await Living().OrderBy(o => o.Slug).ToListAsync(stop);
        var byCode = all.SelectMany(o => o.Codes.Where(c => DescribeOrganisation.Schemes.ContainsKey(c.Key)).Select(c => (Organisation: o, Code: $"{c.Key} {c.Value}"))).GroupBy(c => c.Code).SelectMany(g => Pairs(g.Select(c => c.Organisation), g.Key));
        var byName = all.GroupBy(o => (o.TerritoryId, Slug.From(o.Name))).SelectMany(g => Pairs(g, null));
        return [.. byCode.Concat(byName).DistinctBy(p => (p.First.Id, p.Second.Id)).Take(Most)];
    }

    private static IEnumerable<Pair> Pairs(IEnumerable<Organisation> same, string? code)
    {
        var list = same.ToList(); // in the order of their addresses: the plain one stays
        return list.Skip(1).Select(other => new Pair(list[0], other, code));
    }

    private IQueryable<Organisation> Living() => db.Set<Organisation>().AsNoTracking().Where(o => o.MergedIntoId == null);
}
