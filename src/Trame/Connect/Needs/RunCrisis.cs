using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.Needs;

/// <summary>A commune opens a time of crisis, with the services that are competent; closing it archives what was asked and thanks those who helped (S0-31).</summary>
public sealed class RunCrisis(TrameDb db, Rights rights, CurrentSpace space, FindTerritories territories, FindCrisis crises, IEnumerable<ICarnetPages> pages)
{
    /// <param name="Services">Which services answer for what.</param>
    public sealed record Opening(string Name, LocalDate OpensOn, LocalDate ClosesOn, string Services);

    /// <param name="Thanks">What is said to those who helped.</param>
    public sealed record Closing(Guid CrisisId, int Version, string Thanks);

    public async Task<Outcome> Handle(Opening request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, NeedActs.OpenCrisis)) return Refusal.NotAllowed;
        var made = Crisis.Of(request.Name, request.OpensOn, request.ClosesOn, request.Services);
        if (!made.Accepted) return made.Plain;
        if (made.Value.ClosesOn < SpaceCalendar.Of(space.Settings).Today(db.Now)) return new Refusal("needs.crisis.past", "ClosesOn");
        if (await crises.Open(stop) is not null) return new Refusal("needs.crisis.one", "Name");
        db.Add(made.Value);
        return await Write(NeedFacts.CrisisOpened, made.Value.Id, null, actor, stop);
    }

    public async Task<Outcome> Handle(Closing request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, NeedActs.OpenCrisis)) return Refusal.NotAllowed;
        if (await db.Set<Crisis>().FirstOrDefaultAsync(c => c.Id == request.CrisisId, stop) is not { } crisis) return Refusal.Gone;
        var outcome = crisis.Close(request.Thanks, db.Now);
        if (!outcome.Accepted) return outcome;
        db.Expect(crisis, request.Version);
        var needs = await db.Set<Need>().Where(n => n.CrisisId == crisis.Id && (n.Status == EntryStatus.Open || n.Status == EntryStatus.Signal)).ToListAsync(stop);
        foreach (var need in needs)
        {
            if (need.Status == EntryStatus.Open) db.Add(NeedFacts.Of(NeedFacts.Expired, need, actor.Channel, db.Now));
            need.Expire(db.Now);
        }

        foreach (var room in pages) await room.Ended([.. needs.Select(n => n.Id)], stop);
        return await Write(NeedFacts.CrisisClosed, crisis.Id, needs.Count, actor, stop);
    }

    private async Task<Outcome> Write(FactKind kind, Guid crisis, int? count, Actor actor, CancellationToken stop)
    {
        if ((await territories.Tree(stop)).About is { } about) db.Add(new Fact(kind, about.Id, actor.Channel, db.Now) { SubjectType = "crisis", SubjectId = crisis, Count = count });
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
