using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Connect.SharedPlaces;

/// <summary>Anyone says that something is broken, noisy, or that people do not get along; a host answers, in words that all may read.</summary>
public sealed class TellIncident(TrameDb db, Rights rights)
{
    public sealed record Request(Guid PlaceId, IncidentKind Kind, string Words);

    public sealed record Settlement(Guid IncidentId, int Version, string Answer);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SharedPlaceActs.Use)) return Refusal.NotAllowed;
        if (!await db.Set<Occasion>().AnyAsync(o => o.Id == request.PlaceId && o.MergedIntoId == null, stop)) return Refusal.Gone;
        var told = PlaceIncident.Of(request.PlaceId, request.Kind, request.Words, db.Now);
        if (!told.Accepted) return told.Plain;
        db.Add(told.Value);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    public async Task<Outcome> Handle(Settlement request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<PlaceIncident>().FirstOrDefaultAsync(i => i.Id == request.IncidentId, stop) is not { } incident) return Refusal.Gone;
        if (!rights.May(actor, SharedPlaceActs.Host, await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == incident.PlaceId, stop))) return Refusal.NotAllowed;
        if (incident.Version != request.Version) return Refusal.Conflict;
        var outcome = incident.Settle(request.Answer, db.Now);
        if (!outcome.Accepted) return outcome;
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
