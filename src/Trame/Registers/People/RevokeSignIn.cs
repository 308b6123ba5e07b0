using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>A way in is closed: a lost card, a phone that changed hands; the browsers it may have opened are closed with it. Its person may, and whoever may make them a new card.</summary>
public sealed class RevokeSignIn(TrameDb db, MakeCard cards, SignedIn signedIn)
{
    public async Task<Outcome> Handle(Guid signInId, Actor actor, CancellationToken stop)
    {
        var way = await db.Set<SignIn>().FirstOrDefaultAsync(w => w.Id == signInId && w.RevokedAt == null, stop);
        if (way is null) return Refusal.Gone;
        if (!await cards.May(way.PersonId, actor, stop)) return Refusal.NotAllowed;
        way.Revoke(db.Now);
        await signedIn.EndOthers(way.PersonId, actor, stop);
        db.Add(new SecurityEvent(SecurityWord.WayRevoked, way.PersonId, actor.PersonId == way.PersonId ? null : actor.PersonId, EnumWords.Write(way.Kind), db.Now));
        return await db.Save(stop);
    }
}
