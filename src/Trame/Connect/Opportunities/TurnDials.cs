using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Connect.Opportunities;

/// <summary>The coordinator says what counts here: how far, which kinds, mixing against distance against waiting, how many together.</summary>
public sealed class TurnDials(TrameDb db, Rights rights, HelpKinds kinds)
{
    public sealed record Request(OpportunityDials Dials);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OpportunityActs.Look)) return Refusal.NotAllowed;
        var known = (await kinds.All(stop)).Select(k => k.Key).ToHashSet();
        if (request.Dials.Wrong().ToList() is { Count: > 0 } refusals) return Outcome.Of(refusals);
        await (request.Dials with { Kinds = [.. (request.Dials.Kinds ?? []).Where(known.Contains)] }).Write(db, stop);
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
