using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>« C'est toujours vrai »: someone who knows confirms a record, in one gesture.</summary>
public sealed class VerifyOccasion(TrameDb db, Rights rights)
{
    public sealed record Request(Guid Id, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.FindAsync<Occasion>([request.Id], stop) is not { } occasion) return Refusal.Gone;
        if (!rights.May(actor, OccasionActs.Verify, occasion)) return Refusal.NotAllowed;
        var outcome = occasion.Verify(actor.Name, db.Now);
        if (!outcome.Accepted) return outcome;
        db.Add(OccasionFacts.Of(OccasionFacts.Verified, occasion, request.Channel, db.Now));
        db.Author = (actor with { Channel = request.Channel }).As();
        return await db.Save(stop);
    }
}
