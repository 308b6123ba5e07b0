using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Connect.SharedPlaces;

/// <summary>Où peut-on réserver ? The places that share something, with what they share.</summary>
public sealed class ListPage(TrameDb db) : TramePage
{
    public string Kind { get; private set; } = "";

    public IReadOnlyList<(Occasion Place, string Commune, IReadOnlyList<SharedSpace> Spaces)> Places { get; private set; } = [];

    public async Task OnGetAsync(string? sorte, CancellationToken stop)
    {
        var known = EnumWords.TryRead<SpaceKind>(sorte, out var kind);
        Kind = known ? sorte! : "";
        var spaces = await db.Set<SharedSpace>().AsNoTracking().Where(s => !s.Retired && (!known || s.Kind == kind)).OrderBy(s => s.Name).ToListAsync(stop);
        var ids = spaces.Select(s => s.PlaceId).Distinct().ToList();
        var places = await db.Set<Occasion>().AsNoTracking().Where(o => ids.Contains(o.Id) && o.MergedIntoId == null && o.Status != OccasionStatus.Closed)
            .Join(db.Set<Territory>().IgnoreAutoIncludes(), o => o.TerritoryId, t => t.Id, (o, t) => new { o, t.Name }).OrderBy(x => x.o.Name).ToListAsync(stop);
        var byPlace = spaces.ToLookup(s => s.PlaceId);
        Places = [.. places.Select(p => (p.o, p.Name, (IReadOnlyList<SharedSpace>)[.. byPlace[p.o.Id]]))];
    }
}
