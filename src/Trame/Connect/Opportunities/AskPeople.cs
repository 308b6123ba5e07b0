using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Connect.Opportunities;

/// <summary>A human asks each person concerned, through the channel each wishes; the first question takes the idea up. Nobody is told who the others are.</summary>
public sealed class AskPeople(TrameDb db, Rights rights)
{
    public sealed record Request(Guid PartId, int Version, ContactWay Way);

    public sealed record Said(Guid PartId, int Version, PartAnswer Answer);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        var (part, opportunity, refused) = await Find(request.PartId, request.Version, actor, stop);
        if (refused is not null) return refused;
        if (opportunity!.Stage is not (OpportunityStage.Idea or OpportunityStage.Proposed or OpportunityStage.Accepted)) return new Refusal("opportunities.step.unknown");
        if (!await Live(part!, stop)) return new Refusal("needs.ended");
        var outcome = part!.Ask(request.Way, db.Now);
        if (!outcome.Accepted) return outcome;
        if (opportunity.Stage == OpportunityStage.Idea)
        {
            opportunity.Propose(db.Now).ThrowIfRefused();
            db.Add(OpportunityFacts.Of(OpportunityFacts.Proposed, opportunity, actor.Channel, db.Now));
        }

        db.Author = actor.As();
        return await db.Save(stop);
    }

    /// <summary>What somebody answered, noted for them.</summary>
    public async Task<Outcome> Handle(Said request, Actor actor, CancellationToken stop)
    {
        var (part, _, refused) = await Find(request.PartId, request.Version, actor, stop);
        if (refused is not null) return refused;
        var outcome = part!.Say(request.Answer, db.Now);
        db.Author = actor.As();
        return outcome.Accepted ? await db.Save(stop) : outcome;
    }

    /// <summary>What somebody answers themselves, by the code they hold.</summary>
    public async Task<Outcome> Handle(string code, Said request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, NeedActs.Hold)) return Refusal.NotAllowed;
        var held = code.Trim().ToUpperInvariant();
        if (held.Length == 0 || await db.Set<OpportunityPart>().FirstOrDefaultAsync(p => p.Id == request.PartId && p.AskedAt != null, stop) is not { } part) return Refusal.Gone;
        var theirs = part.NeedId is { } need ? await db.Set<Need>().AnyAsync(n => n.Id == need && n.Code == held, stop) : await db.Set<Resources.Resource>().AnyAsync(r => r.Id == part.ResourceId && r.Code == held, stop);
        if (!theirs) return Refusal.Gone;
        if (part.Version != request.Version) return Refusal.Conflict;
        var outcome = part.Say(request.Answer, db.Now);
        db.Author = actor.As();
        return outcome.Accepted ? await db.Save(stop) : outcome;
    }

    private async Task<(OpportunityPart? Part, Opportunity? Opportunity, Outcome? Refused)> Find(Guid id, int version, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OpportunityActs.Carry)) return (null, null, Refusal.NotAllowed);
        if (await db.Set<OpportunityPart>().FirstOrDefaultAsync(p => p.Id == id, stop) is not { } part) return (null, null, Refusal.Gone);
        if (part.Version != version) return (null, null, Refusal.Conflict);
        return (part, await db.Set<Opportunity>().FirstAsync(o => o.Id == part.OpportunityId, stop), null);
    }

    private async Task<bool> Live(OpportunityPart part, CancellationToken stop) => part.NeedId is { } need
        ? await db.Set<Need>().AnyAsync(n => n.Id == need && n.Status == EntryStatus.Open, stop)
        : await db.Set<Resources.Resource>().AnyAsync(r => r.Id == part.ResourceId && r.Status == EntryStatus.Open, stop);
}
