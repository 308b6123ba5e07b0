using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>What was closed or paused is there again.</summary>
public sealed class ReopenOccasion(TrameDb db, Rights rights)
{
    public sealed record Request(Guid Id, int Version, string Reason, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.FindAsync<Occasion>([request.Id], stop) is not { } occasion) return Refusal.Gone;
        if (!rights.May(actor, OccasionActs.Close, occasion)) return Refusal.NotAllowed;
        var outcome = occasion.Reopen(db.Now);
        if (!outcome.Accepted) return outcome;
        db.Expect(occasion, request.Version);
        db.Add(OccasionFacts.Of(OccasionFacts.Reopened, occasion, request.Channel, db.Now));
        db.Author = (actor with { Channel = request.Channel }).As(request.Reason.Trim());
        return await db.Save(stop);
    }
}
