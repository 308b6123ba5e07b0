using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>A person signs out of every browser at once: a phone was lost, a library computer left open.</summary>
public sealed class EndSessions(TrameDb db)
{
    public async Task<Outcome> Handle(Actor actor, CancellationToken stop)
    {
        if (actor.PersonId is not { } id) return Refusal.NotAllowed;
        var now = db.Now;
        foreach (var session in await db.Set<Session>().Where(s => s.PersonId == id && s.EndsAt > now).ToListAsync(stop)) session.End(now);
        db.Add(new SecurityEvent(SecurityWord.SessionsEnded, id, null, "", now));
        return await db.Save(stop);
    }
}
