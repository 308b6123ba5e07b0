using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>A person decides where people go, whatever a computation said: nothing moves them afterwards but a person.</summary>
public sealed class PlaceSignUp(TrameDb db, Rights rights)
{
    /// <param name="SiteId">Null: they wait, and the next proposal may place them.</param>
    public sealed record Request(Guid SignUpId, Guid? SiteId, int Version);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<SignUp>().FirstOrDefaultAsync(s => s.Id == request.SignUpId && s.WithdrawnAt == null, stop) is not { } signUp) return Refusal.Gone;
        var day = await db.Set<CitizenDay>().AsNoTracking().FirstAsync(d => d.Id == signUp.DayId, stop);
        if (!rights.May(actor, CitizenDayActs.Run, day.TerritoryId)) return Refusal.NotAllowed;
        if (signUp.Version != request.Version) return Refusal.Conflict;
        if (request.SiteId is { } site && !await db.Set<Worksite>().AnyAsync(s => s.Id == site && s.DayId == day.Id && s.State == WorksiteState.Kept, stop)) return new Refusal("days.sign-up.wish.unknown", "SiteId");
        signUp.Place(request.SiteId, byHand: true);
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
