using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Panels;

/// <summary>The life of a panel: who leaves and who comes in their place, sessions and who came, what is owed to members, recommendations with their votes and minorities, the answers.</summary>
public sealed class RunPanel(TrameDb db, Rights rights, CurrentSpace space)
{
    public const long MostCents = 10_000_00;

    /// <param name="Because">A word of a closed list, asked kindly, or nothing (R2).</param>
    public sealed record Left(Guid PersonId, int Version, string Because);

    public sealed record Came(Guid PersonId, int Version, IReadOnlyList<Guid> Sessions, long ExpensesCents, long PaidCents);

    public sealed record Held(Guid ConventionId, int Version, PanelSession Session);

    public sealed record Said(Guid ConventionId, int Version, string Text, int For, int Against, int Abstain);

    public sealed record Annexed(Guid ConventionId, int Version, Guid RecommendationId, string Minority);

    public sealed record Answered(Guid ConventionId, int Version, IReadOnlyList<DebateAnswer> Answers);

    /// <returns>Ticket of who is called in their place, or empty when nobody is left or nobody is needed.</returns>
    public async Task<Outcome<string>> Leave(Left left, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PanelActs.Keep)) return Refusal.NotAllowed;
        if (await db.Set<PanelPerson>().FirstOrDefaultAsync(p => p.Id == left.PersonId, stop) is not { } person) return Refusal.Gone;
        var member = person.State == PanelState.Member;
        var outcome = person.Leave(left.Because);
        if (!outcome.Accepted) return Drop(outcome);
        db.Entry(person).Property(p => p.Version).OriginalValue = left.Version;
        var called = member ? await Next(person, stop) : null;
        called?.Draw(null);
        var saved = await db.Save(stop);
        return saved.Accepted ? called?.Ticket ?? "" : saved;
    }

    public async Task<Outcome> Attend(Came came, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PanelActs.Keep)) return Refusal.NotAllowed;
        if (await db.Set<PanelPerson>().FirstOrDefaultAsync(p => p.Id == came.PersonId, stop) is not { } person) return Refusal.Gone;
        if (came.ExpensesCents is < 0 or > MostCents || came.PaidCents is < 0 or > MostCents) return new Refusal("debates.amount.wrong", "Expenses");
        var sessions = await db.Set<Convention>().AsNoTracking().Where(c => c.Id == person.ConventionId).Select(c => c.Sessions).SingleAsync(stop);
        var outcome = person.Attend([.. came.Sessions.Where(id => sessions.Any(s => s.Id == id)).Distinct()], came.ExpensesCents, came.PaidCents);
        if (!outcome.Accepted) return Drop(outcome);
        db.Entry(person).Property(p => p.Version).OriginalValue = came.Version;
        return await db.Save(stop);
    }

    public Task<Outcome> Hold(Held held, Actor actor, CancellationToken stop) => Change(held.ConventionId, held.Version, PanelActs.Keep, actor, null, c =>
        Wrong(("Title", held.Session.Title, PanelSession.TextLength), ("Heard", held.Session.Heard, PanelSession.TextLength)).And(c.Hold(held.Session)), stop);

    public Task<Outcome> Recommend(Said said, Actor actor, CancellationToken stop) => Change(said.ConventionId, said.Version, PanelActs.Keep, actor, null, c =>
        Wrong(("Text", said.Text, PanelRecommendation.TextLength)).And(c.Recommend(new(Guid.CreateVersion7(), said.Text.Trim(), said.For, said.Against, said.Abstain, []))), stop);

    public Task<Outcome> Annex(Annexed annexed, Actor actor, CancellationToken stop) => Change(annexed.ConventionId, annexed.Version, PanelActs.Keep, actor, null, c =>
        Wrong(("Minority", annexed.Minority, PanelRecommendation.TextLength)).And(c.Annex(annexed.RecommendationId, annexed.Minority)), stop);

    public Task<Outcome> Answer(Answered said, Actor actor, CancellationToken stop) => Change(said.ConventionId, said.Version, PanelActs.Decide, actor, PanelFacts.Answered, c =>
        Wrong([.. said.Answers.Select(a => ($"Reason-{a.ItemId}", a.Reason, TellDebate.DebateAnswerLength))]).And(c.Answer([.. said.Answers.Select(a => a with { Reason = a.Reason.Trim() })], SpaceCalendar.Of(space.Settings).Today(db.Now))), stop);

    private static Outcome Wrong(params (string Field, string Text, int Most)[] texts) => Outcome.Of(Lengths.Wrong(texts));

    // Whoever resembles the one who leaves the most, in the order that was drawn among equals.
    private async Task<PanelPerson?> Next(PanelPerson leaving, CancellationToken stop)
    {
        var people = await db.Set<PanelPerson>().Where(p => p.ConventionId == leaving.ConventionId && (p.State == PanelState.Reserve || p.State == PanelState.Member)).ToListAsync(stop);
        var homes = people.Where(p => p.State == PanelState.Member && p.Id != leaving.Id).Select(p => p.Household).ToHashSet();
        return people.Where(p => p.State == PanelState.Reserve && !homes.Contains(p.Household)).OrderByDescending(p => p.Values.Zip(leaving.Values).Count(v => v.First == v.Second)).ThenBy(p => p.Turn).FirstOrDefault();
    }

    private async Task<Outcome> Change(Guid id, int version, Foundation.Web.Act act, Actor actor, FactKind? fact, Func<Convention, Outcome> change, CancellationToken stop)
    {
        if (await db.Set<Convention>().FirstOrDefaultAsync(c => c.Id == id, stop) is not { } convention) return Refusal.Gone;
        if (!rights.May(actor, act)) return Refusal.NotAllowed;
        var outcome = change(convention);
        if (!outcome.Accepted) return Drop(outcome);
        if (fact is { } kind) db.Add(PanelFacts.Of(kind, convention, db.Now));
        db.Expect(convention, version);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private Outcome Drop(Outcome outcome)
    {
        db.ChangeTracker.Clear();
        return outcome;
    }
}
