using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Connect.Resources;

/// <summary>The offers of a carnet.</summary>
internal sealed class OfferedPages(TrameDb db) : ICarnetPages
{
    public Task<bool> Holds(string code, CancellationToken stop) => db.Set<Resource>().AnyAsync(r => r.Code == code, stop);

    public async Task Withdraw(string code, Channel channel, CancellationToken stop)
    {
        foreach (var resource in await db.Set<Resource>().Where(r => r.Code == code).ToListAsync(stop))
            if (resource.Withdraw(db.Now)) db.Add(ResourceFacts.Of(ResourceFacts.Withdrawn, resource, channel, db.Now));
    }

    public Task Ended(IReadOnlyCollection<Guid> entries, CancellationToken stop) => Task.CompletedTask; // an offer stands whatever becomes of a need
}
