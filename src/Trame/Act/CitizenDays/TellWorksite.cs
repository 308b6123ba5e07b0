using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>In the evening: what was done on a worksite, how many came, how it goes on. A mistake is corrected by a new fact.</summary>
public sealed class TellWorksite(TrameDb db, Rights rights, CurrentSpace space)
{
    public const string Quarter = "quarter";

    /// <param name="Came">People, counted by the site's leader: the desk's number is only a help.</param>
    public sealed record Request(Guid SiteId, int Version, int? Came, string Done);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Worksite>().FirstOrDefaultAsync(s => s.Id == request.SiteId && s.State == WorksiteState.Kept, stop) is not { } site) return Refusal.Gone;
        var day = await db.Set<CitizenDay>().AsNoTracking().FirstAsync(d => d.Id == site.DayId, stop);
        if (!rights.May(actor, CitizenDayActs.Run, day.TerritoryId)) return Refusal.NotAllowed;
        var calendar = SpaceCalendar.Of(space.Settings);
        if (day.Day > calendar.Today(db.Now)) return new Refusal("days.evening.future", "Came");
        var there = (await db.Set<SignUp>().AsNoTracking().Where(s => s.SiteId == site.Id && s.WithdrawnAt == null).ToListAsync(stop)).Where(s => s is { Came: > 0, Quarter.Length: > 0 });
        var fact = new Fact(CitizenDayFacts.Held, day.TerritoryId, actor.Channel, day.Day.At(day.StartsAt).InZoneLeniently(calendar.Zone).ToInstant(), db.Now)
        {
            SubjectType = "worksite", SubjectId = site.Id, Count = request.Came, Corrects = site.FactId,
            Marginals = [.. there.GroupBy(s => s.Quarter.ToUpperInvariant()).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Marginal(Quarter, g.First().Quarter, g.Sum(s => s.Came)))],
        };
        var outcome = site.Tell(request.Done, request.Came, fact.Id);
        if (!outcome.Accepted) return outcome;
        if (fact.Marginals.Sum(m => m.Count) > request.Came) return new Refusal("days.evening.came.fewer", "Came", $"{fact.Marginals.Sum(m => m.Count)}");
        db.Expect(site, request.Version);
        db.Add(fact);
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
