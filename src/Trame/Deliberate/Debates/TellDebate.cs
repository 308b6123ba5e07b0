using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Debates;

/// <summary>What each step leaves: what was expressed, what opposes, what came out of the deliberation; the arbitration with its dissents; the answers; what changed a year later.</summary>
public sealed class TellDebate(TrameDb db, Rights rights, CurrentSpace space)
{
    public sealed record Noted(Guid DebateId, int Version, DebateStep Step, bool IsProposal, string Text, string By, Channel Channel);

    public sealed record Opposed(Guid DebateId, int Version, string First, string FirstProtects, string Second, string SecondProtects, string Common, string Settles);

    /// <param name="NoContradiction">It was looked for, and nothing opposes people.</param>
    public sealed record Arbitrated(Guid DebateId, int Version, string Arbitration, bool NoContradiction);

    public sealed record Disagreed(Guid DebateId, int Version, string By, string Text);

    public sealed record Answered(Guid DebateId, int Version, IReadOnlyList<DebateAnswer> Answers);

    public sealed record Reviewed(Guid DebateId, int Version, string Changed);

    public Task<Outcome> Note(Noted said, Actor actor, CancellationToken stop) => Change(said.DebateId, said.Version, DebateActs.Run, actor, said.Channel, DebateFacts.Phase, debate =>
        said.Step is not (DebateStep.Express or DebateStep.Deliberate) ? new Refusal("debates.tell.step", "Step")
        : Wrong(("Text", said.Text, DebateNote.TextLength), ("By", said.By, DebateNote.ByLength)).And(debate.Note(new(Guid.CreateVersion7(), said.Step, said.IsProposal, said.Text.Trim(), said.By.Trim(), Today))), stop);

    public Task<Outcome> Oppose(Opposed said, Actor actor, CancellationToken stop) => Change(said.DebateId, said.Version, DebateActs.Run, actor, actor.Channel, DebateFacts.Phase, debate =>
        Wrong(("First", said.First, Contradiction.TextLength), ("FirstProtects", said.FirstProtects, Contradiction.TextLength), ("Second", said.Second, Contradiction.TextLength), ("SecondProtects", said.SecondProtects, Contradiction.TextLength),
            ("Common", said.Common, Contradiction.TextLength), ("Settles", said.Settles, Contradiction.TextLength))
        .And(debate.Oppose(new(Guid.CreateVersion7(), said.First.Trim(), said.FirstProtects.Trim(), said.Second.Trim(), said.SecondProtects.Trim(), said.Common.Trim(), said.Settles.Trim()))), stop);

    public Task<Outcome> Arbitrate(Arbitrated said, Actor actor, CancellationToken stop) => Change(said.DebateId, said.Version, DebateActs.Answer, actor, actor.Channel, DebateFacts.Phase, debate =>
        Wrong(("Arbitration", said.Arbitration, DebateAnswerLength)).And(debate.Arbitrate(said.Arbitration, said.NoContradiction)), stop);

    /// <summary>Those who hold a disagreement do not need the leave of those who decide: whoever keeps the debate writes it down.</summary>
    public Task<Outcome> Disagree(Disagreed said, Actor actor, CancellationToken stop) => Change(said.DebateId, said.Version, DebateActs.Run, actor, actor.Channel, null, debate =>
        Wrong(("DissentBy", said.By, DebateNote.ByLength), ("DissentText", said.Text, DebateNote.TextLength)).And(debate.Disagree(new(Guid.CreateVersion7(), said.By.Trim(), said.Text.Trim()))), stop);

    public Task<Outcome> Answer(Answered said, Actor actor, CancellationToken stop) => Change(said.DebateId, said.Version, DebateActs.Answer, actor, actor.Channel, DebateFacts.Answered, debate =>
        Wrong([.. said.Answers.Select(a => ($"Reason-{a.ItemId}", a.Reason, DebateAnswerLength))]).And(debate.Answer([.. said.Answers.Select(a => a with { Reason = a.Reason.Trim() })], SpaceCalendar.Of(space.Settings).Today(db.Now))), stop);

    public Task<Outcome> SayChanged(Reviewed said, Actor actor, CancellationToken stop) => Change(said.DebateId, said.Version, DebateActs.Answer, actor, actor.Channel, DebateFacts.Reviewed, debate =>
        Wrong(("Changed", said.Changed, DebateAnswerLength)).And(debate.SayChanged(said.Changed, SpaceCalendar.Of(space.Settings).Today(db.Now))), stop);

    public const int DebateAnswerLength = 1_000;

    private string Today => LocalDatePattern.Iso.Format(SpaceCalendar.Of(space.Settings).Today(db.Now));

    private static Outcome Wrong(params (string Field, string Text, int Most)[] texts) => Outcome.Of(Lengths.Wrong(texts));

    private async Task<Outcome> Change(Guid id, int version, Foundation.Web.Act act, Actor actor, Channel channel, FactKind? fact, Func<Debate, Outcome> change, CancellationToken stop)
    {
        if (await db.Set<Debate>().FirstOrDefaultAsync(d => d.Id == id, stop) is not { } debate) return Refusal.Gone;
        if (!rights.May(actor, act)) return Refusal.NotAllowed;
        var outcome = change(debate);
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        if (fact is { } kind) db.Add(DebateFacts.Of(kind, debate, channel == Channel.Import ? Channel.Online : channel, db.Now));
        db.Expect(debate, version);
        db.Author = (actor with { Channel = channel }).As();
        return await db.Save(stop);
    }
}
