using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Connect.Opportunities;

/// <summary>What a carnet was asked: whoever takes back a need or an offer leaves every opportunity it was part of.</summary>
internal sealed class AskedPages(TrameDb db) : ICarnetPages
{
    public Task<bool> Holds(string code, CancellationToken stop) => Task.FromResult(false); // nobody is asked who has not said something first

    public async Task Withdraw(string code, Channel channel, CancellationToken stop)
    {
        var needs = db.Set<Need>().Where(n => n.Code == code).Select(n => (Guid?)n.Id);
        var resources = db.Set<Resource>().Where(r => r.Code == code).Select(r => (Guid?)r.Id);
        await Leave(db.Set<OpportunityPart>().Where(p => needs.Contains(p.NeedId) || resources.Contains(p.ResourceId)), stop);
    }

    public Task Ended(IReadOnlyCollection<Guid> entries, CancellationToken stop) =>
        Leave(db.Set<OpportunityPart>().Where(p => (p.NeedId != null && entries.Contains(p.NeedId.Value)) || (p.ResourceId != null && entries.Contains(p.ResourceId.Value))), stop);

    private async Task Leave(IQueryable<OpportunityPart> parts, CancellationToken stop)
    {
        foreach (var part in await parts.ToListAsync(stop)) db.Remove(part);
    }
}
