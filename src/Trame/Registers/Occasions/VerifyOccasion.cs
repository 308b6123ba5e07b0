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

    /// <summary>Somebody who was asked says that it is so; the caller has checked that they were, and saves.</summary>
    /// <param name="by">Who, as the page of the record shows it: never a person's name.</param>
    /// <returns>False when the record is closed: nothing is confirmed.</returns>
    internal bool Confirm(Occasion occasion, string by, Channel channel)
    {
        if (!occasion.Verify(by, db.Now).Accepted) return false;
        db.Add(OccasionFacts.Of(OccasionFacts.Verified, occasion, channel, db.Now));
        return true;
    }
}
