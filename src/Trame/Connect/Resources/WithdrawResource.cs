using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Connect.Resources;

/// <summary>Those who take care of offers note that one is taken back, or a try to reach who made it.</summary>
public sealed class WithdrawResource(TrameDb db, Rights rights, IEnumerable<ICarnetPages> pages)
{
    public sealed record Request(Guid ResourceId, int Version, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, ResourceActs.CareFor)) return Refusal.NotAllowed;
        if (await db.Set<Resource>().FirstOrDefaultAsync(r => r.Id == request.ResourceId, stop) is not { } resource) return Refusal.Gone;
        if (resource.SeenBy == WhoSees.Coordinator && !rights.May(actor, NeedActs.SeeAll)) return Refusal.NotAllowed;
        if (resource.Version != request.Version) return Refusal.Conflict;
        foreach (var room in pages) await room.Ended([resource.Id], stop);
        if (resource.Withdraw(db.Now)) db.Add(ResourceFacts.Of(ResourceFacts.Withdrawn, resource, request.Channel, db.Now));
        db.Author = (actor with { Channel = request.Channel }).As();
        return await db.Save(stop);
    }
}
