using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Commons;

/// <summary>Holds a commons: says who may use it, writes the rules that its users adopted, notes decisions, upkeep and incidents.</summary>
public sealed class KeepCommons(TrameDb db, Rights rights, CurrentSpace space)
{
    /// <param name="Version">0 when it is none yet.</param>
    public Task<Outcome> Describe(Occasion of, int version, string mayUse, string story, Actor actor, CancellationToken stop) => Change(of, version, actor, good =>
    {
        if (good.Version == 1 && version == 0) Tell(CommonsFacts.Opened, of);
        return good.Describe(mayUse, story);
    }, stop);

    /// <param name="people">How many users agreed.</param>
    public Task<Outcome> Adopt(Occasion of, int version, string rules, LocalDate day, int people, Actor actor, CancellationToken stop) => Change(of, version, actor, good =>
    {
        var decision = good.Adopt(rules, day, people, Today, Texts.Get(good.Rules.Length == 0 ? "commons.decided.first" : "commons.decided.rules", people), db.Now);
        if (!decision.Accepted) return decision.Plain;
        db.Add(decision.Value);
        Tell(CommonsFacts.Decided, of, people);
        return Outcome.Done;
    }, stop);

    public Task<Outcome> Note(Occasion of, int version, EntryKind kind, string what, LocalDate day, LocalDate? dueOn, Actor actor, CancellationToken stop) => Change(of, version, actor, good =>
    {
        if (day > Today) return new Refusal("commons.rules.future", "NoteDay");
        var entry = CommonEntry.Of(good.Id, kind, what, day, dueOn, db.Now);
        if (!entry.Accepted) return entry.Plain;
        db.Add(entry.Value);
        if (kind == EntryKind.Decision) Tell(CommonsFacts.Decided, of);
        else if (kind == EntryKind.Upkeep && entry.Value.DueOn is null) Tell(CommonsFacts.LookedAfter, of);
        return Outcome.Done;
    }, stop);

    public async Task<Outcome> Do(Occasion of, Guid entryId, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, CommonsActs.Keep, of)) return Refusal.NotAllowed;
        if (await db.Set<CommonEntry>().FirstOrDefaultAsync(e => e.Id == entryId && db.Set<CommonGood>().Any(g => g.Id == e.GoodId && g.OccasionId == of.Id), stop) is not { } entry) return Refusal.Gone;
        var wasDone = entry.DoneOn is not null;
        var outcome = entry.Do(Today);
        if (!outcome.Accepted || wasDone) return outcome;
        Tell(CommonsFacts.LookedAfter, of);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private LocalDate Today => SpaceCalendar.Of(space.Settings).Today(db.Now);

    private async Task<Outcome> Change(Occasion of, int version, Actor actor, Func<CommonGood, Outcome> change, CancellationToken stop)
    {
        if (!rights.May(actor, CommonsActs.Keep, of)) return Refusal.NotAllowed;
        if (of.Kind == OccasionKind.Moment || of.MergedIntoId is not null || of.Status is OccasionStatus.Proposed or OccasionStatus.Closed) return new Refusal("commons.not-one");
        var good = await db.Set<CommonGood>().FirstOrDefaultAsync(g => g.OccasionId == of.Id, stop);
        if ((good?.Version ?? 0) != version) return Refusal.Conflict;
        if (good is null) db.Add(good = new CommonGood(of.Id));
        var outcome = change(good);
        if (!outcome.Accepted) return outcome;
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private void Tell(FactKind kind, Occasion of, int? count = null) => db.Add(new Fact(kind, of.TerritoryId, Channel.Online, db.Now) { SubjectType = "occasion", SubjectId = of.Id, Count = count });
}
