using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>A place has closed, a moment or a project has ended: it leaves the lists, its page stays and says so.</summary>
public sealed class CloseOccasion(TrameDb db, Rights rights)
{
    public sealed record Request(Guid Id, int Version, string Reason, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.FindAsync<Occasion>([request.Id], stop) is not { } occasion) return Refusal.Gone;
        if (!rights.May(actor, OccasionActs.Close, occasion)) return Refusal.NotAllowed;
        var reason = request.Reason.Trim();
        if (reason.Length is 0 or > 300) return new Refusal("occasions.close.no-reason", "Reason");
        var outcome = occasion.Close(reason, db.Now);
        if (!outcome.Accepted) return outcome;
        db.Expect(occasion, request.Version);
        db.Add(OccasionFacts.Of(OccasionFacts.Closed, occasion, request.Channel, db.Now));
        db.Author = (actor with { Channel = request.Channel }).As(reason);
        return await db.Save(stop);
    }
}
