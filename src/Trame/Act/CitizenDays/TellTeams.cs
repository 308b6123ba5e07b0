using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>The teams are settled: each sign-up shows its site to whoever holds its code, and the lists to call and to print follow it.</summary>
public sealed class TellTeams(TrameDb db, Rights rights)
{
    public async Task<Outcome> Handle(Guid dayId, Actor actor, CancellationToken stop)
    {
        if (await db.Set<CitizenDay>().FirstOrDefaultAsync(d => d.Id == dayId, stop) is not { } day) return Refusal.Gone;
        if (!rights.May(actor, CitizenDayActs.Keep, day.TerritoryId)) return Refusal.NotAllowed;
        var signUps = await db.Set<SignUp>().Where(s => s.DayId == day.Id && s.WithdrawnAt == null).ToListAsync(stop);
        if (signUps.All(s => s.SiteId is null)) return new Refusal("days.tell.no-team");
        foreach (var signUp in signUps) signUp.Tell();
        day.Told(db.Now);
        db.Add(CitizenDayFacts.Of(CitizenDayFacts.Told, day, actor.Channel, db.Now, signUps.Where(s => s.SiteId is not null).Sum(s => s.People.Count)));
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
