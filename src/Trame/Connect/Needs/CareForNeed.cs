using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Connect.Needs;

/// <summary>Those who take care of requests note a try to reach somebody, an answer that was found, a worry that became a need, or that somebody takes theirs back.</summary>
public sealed class CareForNeed(TrameDb db, Rights rights, HelpKinds kinds, IEnumerable<ICarnetPages> pages)
{
    public sealed record Try(Guid NeedId, int Version, ContactWay Way, TryResult Result);

    /// <param name="Kind">What the person said they wished: its key.</param>
    public sealed record Confirmation(Guid NeedId, int Version, string Kind, Channel Channel);

    public sealed record Ending(Guid NeedId, int Version, bool Answered, Channel Channel);

    public async Task<Outcome> Handle(Try request, Actor actor, CancellationToken stop) =>
        await Change(request.NeedId, request.Version, actor, actor.Channel, need => need.Tried(new(request.Way, request.Result, db.Now)), stop);

    public async Task<Outcome> Handle(Confirmation request, Actor actor, CancellationToken stop)
    {
        if (await kinds.Find(request.Kind, stop) is not { IsRetired: false }) return new Refusal("needs.kind.missing", "Kind");
        return await Change(request.NeedId, request.Version, actor, request.Channel, need =>
        {
            var outcome = need.Confirm(request.Kind);
            if (outcome.Accepted) db.Add(NeedFacts.Of(NeedFacts.Registered, need, request.Channel, db.Now));
            return outcome;
        }, stop);
    }

    public async Task<Outcome> Handle(Ending request, Actor actor, CancellationToken stop)
    {
        var outcome = await Change(request.NeedId, request.Version, actor, request.Channel, need => request.Answered ? Answered(need, request.Channel) : Withdrawn(need, request.Channel), stop, save: false);
        if (!outcome.Accepted) return outcome;
        foreach (var room in pages) await room.Ended([request.NeedId], stop);
        return await db.Save(stop);
    }

    private Outcome Answered(Need need, Channel channel)
    {
        var outcome = need.Answer(db.Now);
        if (outcome.Accepted) db.Add(NeedFacts.Of(NeedFacts.Answered, need, channel, db.Now));
        return outcome;
    }

    private Outcome Withdrawn(Need need, Channel channel)
    {
        var told = need.Status != EntryStatus.Signal; // a worry that comes to nothing was never a need
        if (need.Withdraw(db.Now) && told) db.Add(NeedFacts.Of(NeedFacts.Withdrawn, need, channel, db.Now));
        return Outcome.Done;
    }

    private async Task<Outcome> Change(Guid id, int version, Actor actor, Channel channel, Func<Need, Outcome> change, CancellationToken stop, bool save = true)
    {
        if (!rights.May(actor, NeedActs.CareFor)) return Refusal.NotAllowed;
        if (await db.Set<Need>().FirstOrDefaultAsync(n => n.Id == id, stop) is not { } need) return Refusal.Gone;
        if (need.SeenBy == WhoSees.Coordinator && !rights.May(actor, NeedActs.SeeAll)) return Refusal.NotAllowed;
        if (need.Version != version) return Refusal.Conflict;
        var outcome = change(need);
        if (!outcome.Accepted) return outcome;
        db.Author = (actor with { Channel = channel }).As();
        return save ? await db.Save(stop) : outcome;
    }
}
