using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>Teams are proposed for everyone who signed up; the team reads them again and changes what it likes. On the day, a second proposal moves as few people as it can.</summary>
public sealed class PlanDay(TrameDb db, Rights rights)
{
    /// <param name="Moves">Of the proposal of the day: the sign-ups to move. Null: place everybody.</param>
    public sealed record Request(Guid DayId, IReadOnlyList<Guid>? Moves = null);

    /// <summary>Somebody who would be more useful elsewhere.</summary>
    public sealed record Move(SignUp SignUp, Worksite? From, Worksite? To);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<CitizenDay>().FirstOrDefaultAsync(d => d.Id == request.DayId, stop) is not { } day) return Refusal.Gone;
        if (!rights.May(actor, request.Moves is null ? CitizenDayActs.Keep : CitizenDayActs.Run, day.TerritoryId)) return Refusal.NotAllowed;
        var sites = await Sites(day.Id, stop);
        if (sites.Count == 0) return new Refusal("days.plan.no-site");
        if (request.Moves is { } chosen) return await Apply(day, sites, chosen, actor, stop);
        var signUps = await db.Set<SignUp>().Where(s => s.DayId == day.Id && s.WithdrawnAt == null).OrderBy(s => s.Id).ToListAsync(stop);
        if (signUps.Count == 0) return new Refusal("days.plan.nobody");
        var proposal = Teams.Make(sites, signUps, balance: day.ToldAt is not null, stop);
        foreach (var (signUp, site) in signUps.Zip(proposal.Sites)) if (signUp.SiteId != site) signUp.Place(site, byHand: false);
        day.Planned(proposal.Told);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    /// <summary>Who would better be elsewhere, of those who are there and those still expected elsewhere than where hands miss. Nothing is written.</summary>
    public async Task<IReadOnlyList<Move>> Balance(Guid dayId, CancellationToken stop)
    {
        var sites = await Sites(dayId, stop);
        var here = (await db.Set<SignUp>().AsNoTracking().Where(s => s.DayId == dayId && s.WithdrawnAt == null).OrderBy(s => s.Id).ToListAsync(stop)).Where(s => s.Came > 0).ToList();
        if (sites.Count == 0 || here.Count == 0) return [];
        var byId = sites.ToDictionary(s => s.Id);
        Worksite? Named(Guid? id) => id is { } known ? byId.GetValueOrDefault(known) : null;
        return [.. here.Zip(Teams.Make(sites, here, balance: true, stop).Sites).Where(m => m.First.SiteId != m.Second).Select(m => new Move(m.First, Named(m.First.SiteId), Named(m.Second)))];
    }

    private async Task<Outcome> Apply(CitizenDay day, List<Worksite> sites, IReadOnlyList<Guid> chosen, Actor actor, CancellationToken stop)
    {
        var moves = (await Balance(day.Id, stop)).Where(m => chosen.Contains(m.SignUp.Id)).ToDictionary(m => m.SignUp.Id, m => m.To?.Id);
        if (moves.Count == 0) return new Refusal("days.balance.none");
        var ids = moves.Keys.ToList();
        foreach (var signUp in await db.Set<SignUp>().Where(s => ids.Contains(s.Id)).ToListAsync(stop)) signUp.Place(moves[signUp.Id], byHand: false);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private Task<List<Worksite>> Sites(Guid dayId, CancellationToken stop) => db.Set<Worksite>().AsNoTracking().Where(s => s.DayId == dayId && s.State == WorksiteState.Kept).OrderBy(s => s.Number).ToListAsync(stop);
}
