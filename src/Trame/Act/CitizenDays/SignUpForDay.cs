using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Act.CitizenDays;

/// <summary>People sign up for the day, alone or together, online, at a counter, by phone, on paper; or come without having said so, at the desk. No account, no number asked.</summary>
public sealed class SignUpForDay(TrameDb db, Rights rights, CurrentSpace space)
{
    public const int QuarterLength = 40;

    /// <param name="Id">Chosen by the desk for a walk-in; null otherwise.</param>
    /// <param name="People">One to ten: they stay together.</param>
    /// <param name="Wishes">Worksites, the best liked first; none: anywhere.</param>
    /// <param name="SiteId">Where a walk-in goes; null: where hands are missing most.</param>
    public sealed record Request(Guid DayId, IReadOnlyList<SignedPerson> People, IReadOnlyList<Guid> Wishes, IReadOnlyList<string> Languages, string Quarter, string Reach, Channel Channel, bool WalkIn = false, Guid? Id = null, Guid? SiteId = null);

    public async Task<Outcome<SignUp>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<CitizenDay>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.DayId, stop) is not { } day) return Refusal.Gone;
        var runs = rights.May(actor, CitizenDayActs.Run, day.TerritoryId);
        if (request.WalkIn ? !runs : !rights.May(actor, CitizenDayActs.SignUp)) return Refusal.NotAllowed;
        if (request.Id is { } known && await db.Set<SignUp>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == known, stop) is { } same) return same.DayId == day.Id ? same : Refusal.Gone; // sent twice
        if (!runs && (!day.IsOpen || day.Day < SpaceCalendar.Of(space.Settings).Today(db.Now))) return new Refusal("days.sign-up.closed");
        var sites = await db.Set<Worksite>().AsNoTracking().Where(s => s.DayId == day.Id && s.State == WorksiteState.Kept).ToListAsync(stop);
        var refusals = Wrong(request, sites).ToList();
        if (refusals.Count > 0) return Outcome.Of(refusals);

        IReadOnlyList<SignedPerson> people = [.. request.People.Select(p => new SignedPerson(p.Name.Trim(), Offered(p.Skills, sites), [.. SiteAsks.Words.Where(p.Needs.Contains)], request.WalkIn))];
        var signUp = new SignUp(request.Id ?? Guid.CreateVersion7(), day.Id, people, [.. request.Wishes.Distinct()], [.. request.Languages.Intersect(sites.SelectMany(s => s.Asks.Languages))], request.Quarter.Trim(), request.Reach.Trim(), request.Channel, Tokens.Code(3), db.Now, request.WalkIn);
        if (request.WalkIn) signUp.Place(request.SiteId ?? await Emptiest(day, sites, signUp, stop), byHand: true);
        db.Add(signUp);
        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? signUp : saved;
    }

    private static IEnumerable<Refusal> Wrong(Request request, List<Worksite> sites)
    {
        if (request.People.Count is < 1 or > SignUp.MostTogether) yield return new("days.sign-up.how-many", "People", $"{SignUp.MostTogether}");
        if (request.People.Any(p => p.Name.Trim().Length > SignUp.NameLength)) yield return new("days.sign-up.name.long", "People", $"{SignUp.NameLength}");
        if (request.Wishes.Count > SignUp.MostWishes || request.Wishes.Any(w => sites.All(s => s.Id != w))) yield return new("days.sign-up.wish.unknown", "Wishes");
        if (request.SiteId is { } site && sites.All(s => s.Id != site)) yield return new("days.sign-up.wish.unknown", "SiteId");
        if (request.Quarter.Trim().Length > QuarterLength) yield return new("occasions.field.long", "Quarter", $"{QuarterLength}", $"{request.Quarter.Trim().Length}");
        if (request.Reach.Trim().Length > SignUp.ReachLength) yield return new("occasions.field.long", "Reach", $"{SignUp.ReachLength}", $"{request.Reach.Trim().Length}");
    }

    private static List<string> Offered(IReadOnlyList<string> skills, List<Worksite> sites) => [.. sites.SelectMany(s => s.Asks.Skills).Select(s => s.Skill).Distinct().Where(skills.Contains)];

    private async Task<Guid?> Emptiest(CitizenDay day, List<Worksite> sites, SignUp signUp, CancellationToken stop) =>
        Hands.Of(sites, await db.Set<SignUp>().AsNoTracking().Where(s => s.DayId == day.Id && s.WithdrawnAt == null).ToListAsync(stop)).FirstOrDefault(h => h.Takes(signUp))?.Site.Id;
}
