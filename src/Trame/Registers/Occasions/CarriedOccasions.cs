using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Registers.Occasions;

/// <summary>The occasions that an organisation carries, or that stand in a territory.</summary>
internal sealed class CarriedOccasions(TrameDb db) : ICarried
{
    private const int Most = 200;

    public Task<IReadOnlyList<CarriedLine>> By(Guid organisationId, CancellationToken stop) => Lines(o => o.OrganisationId == organisationId, stop);

    public async Task<IReadOnlyList<CarriedLine>> In(Guid territoryId, CancellationToken stop)
    {
        var rounds = await db.Set<OccasionStop>().Where(s => s.TerritoryId == territoryId).Select(s => s.OccasionId).Take(Most).ToListAsync(stop);
        return rounds.Count == 0 ? await Lines(o => o.TerritoryId == territoryId, stop) : await Lines(o => o.TerritoryId == territoryId || rounds.Contains(o.Id), stop);
    }

    private async Task<IReadOnlyList<CarriedLine>> Lines(System.Linq.Expressions.Expression<Func<Occasion, bool>> which, CancellationToken stop)
    {
        var rows = await db.Set<Occasion>().AsNoTracking().Where(which).Where(o => o.MergedIntoId == null && o.Status != OccasionStatus.Closed)
            .OrderBy(o => o.SortName).ThenBy(o => o.Id).Take(Most).Select(o => new { o.Name, o.Slug, o.Kind }).ToListAsync(stop);
        return [.. rows.Select(o => new CarriedLine(o.Name, $"/{OccasionShelf.Of(o.Kind)}/{o.Slug}", $"occasions.kind.{EnumWords.Write(o.Kind)}"))];
    }
}
