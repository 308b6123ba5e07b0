using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Act.Projects;

/// <summary>What projects look for, with what was promised and given: what is missing first; quantities, never who.</summary>
public sealed class FindWants(TrameDb db)
{
    public async Task<ILookup<Guid, Want>> Of(IReadOnlyCollection<Guid> projects, CancellationToken stop) => projects.Count == 0
        ? Array.Empty<Want>().ToLookup(w => w.ProjectId)
        : (await db.Set<Want>().AsNoTracking().Where(w => projects.Contains(w.ProjectId) && !w.Removed).OrderBy(w => w.Pledged >= w.Quantity).ThenBy(w => w.Id).ToListAsync(stop)).ToLookup(w => w.ProjectId);
}
