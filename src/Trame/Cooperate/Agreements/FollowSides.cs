using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Registers.Organisations;

namespace Trame.Cooperate.Agreements;

/// <summary>Contracts name the organisation that stays when two records become one; what was signed keeps its words.</summary>
internal sealed class FollowSides(TrameDb db) : IFollowOrganisation
{
    public async Task Merged(Guid duplicate, Guid kept, CancellationToken stop)
    {
        foreach (var contract in await db.Set<Contract>().Where(c => c.FirstId == duplicate || c.SecondId == duplicate).ToListAsync(stop)) contract.Follow(duplicate, kept);
    }

    // The history tells which contracts the merge moved, and that nobody moved them since.
    public async Task Split(Guid duplicate, Guid kept, Instant mergedAt, CancellationToken stop)
    {
        var moved = await db.Set<Revision>().AsNoTracking().Where(r => r.SubjectType == "contract" && r.At == mergedAt).ToListAsync(stop);
        foreach (var revision in moved.Where(r => r.Before.Values.Contains($"{duplicate}")))
            if (await db.Set<Contract>().FirstOrDefaultAsync(c => c.Id == revision.SubjectId, stop) is { } contract) contract.Follow(kept, duplicate);
    }
}
