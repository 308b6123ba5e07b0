using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Places;

namespace Trame.Registers.Sources;

/// <summary>Records of the register that may be one: places by resemblance, as a list that comes in is compared; moments and projects by the same name in the same commune. What somebody said to be two is not shown again.</summary>
public sealed class FindPairs(TrameDb db, CurrentSpace here, SpaceMemory memory)
{
    /// <summary>Beyond, comparing them all would hold the page: a commune is chosen.</summary>
    public const int MostAtOnce = 10_000;

    public const int Most = 100;

    /// <param name="Why">Null for two of the same name.</param>
    public sealed record Pair(Occasion First, Occasion Second, Resemblance? Why);

    private sealed record Likeness(Guid First, Guid Second, Resemblance Why);

    private sealed record Likenesses(IReadOnlyList<Likeness> All);

    public async Task<bool> IsTooMany(CancellationToken stop) => await Living().Take(MostAtOnce + 1).CountAsync(stop) > MostAtOnce;

    /// <param name="commune">Only there; null for the whole space.</param>
    public async Task<IReadOnlyList<Pair>> Handle(Guid? commune, CancellationToken stop)
    {
        var alike = (await memory.Keep(here.Space, $"pairs-{commune}", async () => new Likenesses(await Compare(commune, stop)))).All;
        var ids = alike.SelectMany(l => new[] { l.First, l.Second }).Distinct().ToList();
        var places = await db.Set<Place>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, Occasion (p) => p, stop);
        return [.. alike.Select(l => new Pair(places[l.First], places[l.Second], l.Why)), .. await SameNames(commune, stop)];
    }

    private async Task<IReadOnlyList<Likeness>> Compare(Guid? commune, CancellationToken stop)
    {
        var known = Living();
        if (commune is { } one) known = known.Where(p => p.TerritoryId == one);
        var rows = await known.Select(p => new { p.Id, p.Name, p.Address, p.PostalCode, p.TerritoryId, p.Phone, p.Codes, p.Latitude, p.Longitude }).ToListAsync(stop);
        var cards = rows.ConvertAll(p => new PlaceCard($"{p.Id}", p.Name) { Address = p.Address, PostalCode = p.PostalCode, Area = $"{p.TerritoryId}", Phone = p.Phone, Siret = p.Codes.GetValueOrDefault("siret", ""), Latitude = p.Latitude, Longitude = p.Longitude });
        var apart = (await db.Set<ApartPlaces>().Select(a => new { a.FirstId, a.SecondId }).ToListAsync(stop)).Select(a => (a.FirstId, a.SecondId)).ToHashSet();
        var match = new MatchPlaces(cards);
        return [.. cards.SelectMany(card => match.Of(card).Select(why => new Likeness(Guid.Parse(card.Key), Guid.Parse(why.Key), why)))
            .Select(l => l.First.CompareTo(l.Second) < 0 ? l : l with { First = l.Second, Second = l.First })
            .GroupBy(l => (l.First, l.Second)).Where(g => !apart.Contains(g.Key)).Select(g => g.MaxBy(l => l.Why.Likeness)!)
            .OrderByDescending(l => l.Why.Likeness).ThenBy(l => l.First).ThenBy(l => l.Second).Take(Most)];
    }

    private IQueryable<Place> Living() => db.Set<Place>().AsNoTracking().Where(p => p.MergedIntoId == null && p.Status != OccasionStatus.Closed && p.Status != OccasionStatus.Proposed);

    private async Task<IReadOnlyList<Pair>> SameNames(Guid? commune, CancellationToken stop)
    {
        var living = db.Set<Occasion>().AsNoTracking().Where(o => o.Kind != OccasionKind.Place && o.MergedIntoId == null && o.Status != OccasionStatus.Closed);
        if (commune is { } one) living = living.Where(o => o.TerritoryId == one);
        var twice = await living.GroupBy(o => new { o.Kind, o.TerritoryId, o.SortName }).Where(g => g.Count() > 1).OrderBy(g => g.Key.SortName).Take(Most).Select(g => g.Key.SortName).ToListAsync(stop);
        var found = await living.Where(o => twice.Contains(o.SortName)).OrderBy(o => o.SortName).ThenBy(o => o.CreatedAt).ThenBy(o => o.Id).ToListAsync(stop);
        return [.. found.GroupBy(o => (o.Kind, o.TerritoryId, o.SortName)).SelectMany(g => g.Skip(1).Select(other => new Pair(g.First(), other, null))).Take(Most)];
    }
}
