using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Circles;

/// <summary>The guardian opens a circle, hands the object on, writes down what all agreed, and closes it after a silent round.</summary>
public sealed class GuardCircle(TrameDb db, Rights rights)
{
    public async Task<Outcome> Open(Debate debate, int seats, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, CircleActs.Guard)) return Refusal.NotAllowed;
        if (debate.Stage != DebateStage.Open) return new Refusal("room.open.debate");
        if (seats is < TalkingCircle.Least or > TalkingCircle.Most) return new Refusal("circle.seats", "Seats", $"{TalkingCircle.Least}", $"{TalkingCircle.Most}");
        var last = await Last(debate.Id, stop);
        if (last is { ClosedAt: null }) return Outcome.Done; // two at once: one circle
        db.Add(new TalkingCircle(debate.Id, (last?.Number ?? 0) + 1, seats, db.Now));
        db.Author = actor.As();
        return await db.Save(stop);
    }

    /// <param name="version">What the screen showed: an object is handed on once.</param>
    public Task<Outcome> Pass(Debate debate, int version, bool spoke, Actor actor, CancellationToken stop) => Change(debate, version, actor, circle => circle.Pass(spoke, db.Now), stop);

    public Task<Outcome> Agree(Debate debate, int version, string output, Actor actor, CancellationToken stop) => Change(debate, version, actor, circle => circle.Agree(output), stop);

    public Task<Outcome> Close(Debate debate, int version, Actor actor, CancellationToken stop) => Change(debate, version, actor, circle =>
    {
        var closed = circle.Close(db.Now);
        if (closed.Accepted) db.Add(DebateFacts.Of(DebateFacts.Phase, debate, Channel.Counter, db.Now, circle.Seats));
        return closed;
    }, stop);

    public Task<TalkingCircle?> Last(Guid debateId, CancellationToken stop) => db.Set<TalkingCircle>().Where(c => c.DebateId == debateId).OrderByDescending(c => c.Number).FirstOrDefaultAsync(stop);

    private async Task<Outcome> Change(Debate debate, int version, Actor actor, Func<TalkingCircle, Outcome> change, CancellationToken stop)
    {
        if (!rights.May(actor, CircleActs.Guard)) return Refusal.NotAllowed;
        if (await Last(debate.Id, stop) is not { } circle) return Refusal.Gone;
        if (circle.Version != version) return Refusal.Conflict;
        var outcome = change(circle);
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Author = actor.As();
        return await db.Save(stop);
    }
}
