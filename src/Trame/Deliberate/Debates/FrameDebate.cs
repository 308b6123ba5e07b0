using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Debates;

/// <summary>Says what a debate is about and how it is held; takes a proposal in, or declines it with a reason; opens it, or says all that is missing.</summary>
public sealed class FrameDebate(TrameDb db, Rights rights, CurrentSpace space)
{
    public sealed record Request(Guid DebateId, int Version, string Name, DebateFrame Frame);

    public sealed record Decision(Guid DebateId, int Version, string Reason);

    public Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop) => Change(request.DebateId, request.Version, actor, debate =>
    {
        var wrong = Wrong(request.Name, request.Frame);
        return wrong.Accepted ? debate.Set(request.Name, request.Frame) : wrong;
    }, stop);

    public Task<Outcome> Accept(Guid debateId, int version, Actor actor, CancellationToken stop) => Change(debateId, version, actor, debate => debate.Accept(), stop);

    public Task<Outcome> Decline(Decision decision, Actor actor, CancellationToken stop) => Change(decision.DebateId, decision.Version, actor, debate =>
        Outcome.Of(Lengths.Wrong(("Reason", decision.Reason, DebateFrame.TextLength))) is { Accepted: false } wrong ? wrong : debate.Decline(decision.Reason), stop);

    /// <summary>Opens it: from then on what was promised is kept as it was said.</summary>
    public Task<Outcome> Open(Guid debateId, int version, Actor actor, CancellationToken stop) => Change(debateId, version, actor, debate =>
    {
        var opened = debate.Open(SpaceCalendar.Of(space.Settings).Today(db.Now));
        if (opened.Accepted) db.Add(DebateFacts.Of(DebateFacts.Opened, debate, actor.Channel == Channel.Import ? Channel.Online : actor.Channel, db.Now));
        return opened;
    }, stop);

    private async Task<Outcome> Change(Guid id, int version, Actor actor, Func<Debate, Outcome> change, CancellationToken stop)
    {
        if (await db.Set<Debate>().FirstOrDefaultAsync(d => d.Id == id, stop) is not { } debate) return Refusal.Gone;
        if (!rights.May(actor, DebateActs.Run)) return Refusal.NotAllowed;
        var outcome = change(debate);
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Expect(debate, version);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private static Outcome Wrong(string name, DebateFrame frame)
    {
        List<Refusal> refusals =
        [
            .. Lengths.Wrong(("Name", name, Debate.NameLength), ("Object", frame.Object, DebateFrame.TextLength), ("Place", frame.Place, DebateFrame.ShortLength), ("Decided", frame.Decided, DebateFrame.TextLength),
                ("DeciderName", frame.DeciderName, DebateFrame.ShortLength), ("DeciderRole", frame.DeciderRole, DebateFrame.ShortLength), ("Promise", frame.Promise, DebateFrame.TextLength),
                ("HelpNote", frame.HelpNote, DebateFrame.TextLength), ("StartedBy", frame.StartedBy, DebateFrame.ShortLength)),
            .. frame.Options.SelectMany(o => Lengths.Wrong(("OptionLabel", o.Label, DebateOption.LabelLength), ("OptionTouched", o.Touched, DebateOption.TouchedLength))),
        ];
        if (frame.Latitude is < -90 or > 90 || frame.Longitude is < -180 or > 180 || (frame.Latitude is null) != (frame.Longitude is null)) refusals.Add(new("debates.place.wrong", "Latitude"));
        if (frame.AnswerDays is < 0 or > DebateFrame.MostAnswerDays) refusals.Add(new("debates.answer-days.wrong", "AnswerDays", $"{DebateFrame.MostAnswerDays}"));
        if (frame.Options.GroupBy(o => o.Label.Trim(), StringComparer.CurrentCultureIgnoreCase).Any(g => g.Count() > 1)) refusals.Add(new("debates.options.same", "OptionLabel"));
        if (frame.Options.Count > DebateOption.Most) refusals.Add(new("debates.options.many", "OptionLabel", $"{DebateOption.Most}"));
        if (frame.Phases.Count > DebatePhase.Most) refusals.Add(new("debates.phases.many", "PhaseStart", $"{DebatePhase.Most}"));
        if (frame.Phases.Any(p => p.End < p.Start)) refusals.Add(new("debates.phases.backwards", "PhaseStart"));
        return Outcome.Of(refusals);
    }
}
