using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Connect.Resources;

/// <summary>Somebody says that an offer, or a proposal made with it, troubles them: nobody is asked with it any more until a human has looked and answered.</summary>
public sealed class TellConcern(TrameDb db, Rights rights, IEnumerable<Needs.ICarnetPages> pages)
{
    /// <param name="ResourceId">The offer, when there is one.</param>
    /// <param name="OpportunityId">The proposal, when there is one.</param>
    /// <param name="Reach">How to answer, or nothing.</param>
    public sealed record Request(Guid? ResourceId, Guid? OpportunityId, string Words, string Reach, Channel Channel);

    public sealed record Judgement(Guid ConcernId, int Version, bool WasRight, string Answer);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, ResourceActs.Offer)) return Refusal.NotAllowed;
        var made = Concern.Of(request.ResourceId, request.OpportunityId, request.Words, request.Reach, db.Now);
        if (!made.Accepted) return made.Plain;
        db.Add(made.Value);
        if (request.ResourceId is { } id && await db.Set<Resource>().FirstOrDefaultAsync(r => r.Id == id, stop) is { IsLive: true } resource)
        {
            if (resource.Status == Needs.EntryStatus.Open) db.Add(ResourceFacts.Of(ResourceFacts.Frozen, resource, request.Channel, db.Now));
            resource.Freeze(true);
        }

        db.Author = (actor with { Channel = request.Channel }).As();
        return await db.Save(stop);
    }

    public async Task<Outcome> Handle(Judgement request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, ResourceActs.Judge)) return Refusal.NotAllowed;
        if (await db.Set<Concern>().FirstOrDefaultAsync(c => c.Id == request.ConcernId, stop) is not { } concern) return Refusal.Gone;
        if (concern.Version != request.Version) return Refusal.Conflict;
        var outcome = concern.Judge(request.WasRight, request.Answer, db.Now);
        if (!outcome.Accepted) return outcome;
        if (concern.ResourceId is { } id && await db.Set<Resource>().FirstOrDefaultAsync(r => r.Id == id, stop) is { } resource)
        {
            if (request.WasRight)
            {
                foreach (var room in pages) await room.Ended([id], stop);
                resource.Withdraw(db.Now);
            }
            else if (!await db.Set<Concern>().AnyAsync(c => c.ResourceId == id && c.Id != concern.Id && c.AnsweredAt == null, stop)) resource.Freeze(false);
            db.Add(ResourceFacts.Of(ResourceFacts.Judged, resource, actor.Channel, db.Now));
        }

        db.Author = actor.As();
        return await db.Save(stop);
    }
}
