using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Panels;

/// <summary>Conventions under way in a territory, for its page.</summary>
public sealed class FindConventions(TrameDb db) : ICarried
{
    public Task<IReadOnlyList<CarriedLine>> By(Guid organisationId, CancellationToken stop) => Task.FromResult<IReadOnlyList<CarriedLine>>([]); // who decides is said in words, not from the register

    public async Task<IReadOnlyList<CarriedLine>> In(Guid territoryId, CancellationToken stop) =>
        [.. (await db.Set<Convention>().Where(c => c.TerritoryId == territoryId && c.Stage != ConventionStage.Draft && c.Stage != ConventionStage.Answered).OrderBy(c => c.Name).Select(c => new { c.Name, c.Slug }).ToListAsync(stop)).Select(c => new CarriedLine(c.Name, $"/conventions/{c.Slug}", "convention.convention"))];
}
