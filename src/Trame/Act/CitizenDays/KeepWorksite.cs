using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>The team describes a worksite, keeps it or says why not. People placed on one that is no longer kept wait for another.</summary>
public sealed class KeepWorksite(TrameDb db, Rights rights)
{
    /// <param name="Reason">Public, when it is not kept.</param>
    public sealed record Request(Guid SiteId, int Version, TypedSite Site, WorksiteState State, string Reason);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Worksite>().FirstOrDefaultAsync(s => s.Id == request.SiteId, stop) is not { } site) return Refusal.Gone;
        var day = await db.Set<CitizenDay>().AsNoTracking().FirstAsync(d => d.Id == site.DayId, stop);
        if (!rights.May(actor, CitizenDayActs.Keep, day.TerritoryId)) return Refusal.NotAllowed;
        var typed = request.Site;
        var outcome = site.Describe(typed.SiteName, typed.LeastPeople, typed.MostPeople, typed.About, typed.Asks).And(site.Decide(request.State, request.Reason));
        if (!outcome.Accepted) return outcome;
        if (site.State != WorksiteState.Kept)
            foreach (var signUp in await db.Set<SignUp>().Where(s => s.SiteId == site.Id).ToListAsync(stop)) signUp.Place(null, byHand: false);
        db.Expect(site, request.Version);
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
