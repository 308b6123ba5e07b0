using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>Anyone proposes a worksite; the team's own are kept at once, the others are read first.</summary>
public sealed class ProposeWorksite(TrameDb db, Rights rights)
{
    private const int MostSites = 300;

    public sealed record Request(Guid DayId, TypedSite Site);

    public async Task<Outcome<Worksite>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<CitizenDay>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.DayId, stop) is not { } day) return Refusal.Gone;
        if (!rights.May(actor, CitizenDayActs.Propose)) return Refusal.NotAllowed;
        var numbers = await db.Set<Worksite>().Where(s => s.DayId == day.Id).Select(s => s.Number).ToListAsync(stop);
        if (numbers.Count >= MostSites) return new Refusal("days.site.too-many", "SiteName", $"{MostSites}");
        var site = request.Site;
        var made = Worksite.Of(day.Id, numbers.DefaultIfEmpty(0).Max() + 1, site.SiteName, site.LeastPeople, site.MostPeople, site.About, site.Asks);
        if (!made.Accepted) return made;
        if (rights.May(actor, CitizenDayActs.Keep, day.TerritoryId)) made.Value.Decide(WorksiteState.Kept, "").ThrowIfRefused();
        db.Add(made.Value);
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? made.Value : saved;
    }
}
