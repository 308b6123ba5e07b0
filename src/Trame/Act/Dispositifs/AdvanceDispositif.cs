using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Act.Dispositifs;

/// <summary>A phase ends and the next begins, is made longer for the only reason its rules allow, or all stops. What the rules forbid is refused, each missing thing named.</summary>
public sealed class AdvanceDispositif(TrameDb db, Rights rights, CurrentSpace space)
{
    /// <param name="Note">What it gave at the end, why it stops, why it is longer. Free text: the page has it read again first.</param>
    public sealed record Request(Guid RunId, int Version, RunStep Step, string Note, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, DispositifActs.Advance)) return Refusal.NotAllowed;
        if (await db.Set<DispositifRun>().FirstOrDefaultAsync(r => r.Id == request.RunId, stop) is not { EndedOn: null } run) return Refusal.Gone;
        var (today, note) = (SpaceCalendar.Of(space.Settings).Today(db.Now), request.Note.Trim());
        if (note.Length > DispositifRun.NoteLength) return new Refusal("occasions.field.long", "Note", $"{DispositifRun.NoteLength}", $"{note.Length}");
        if (request.Step != RunStep.Next && note.Length == 0) return new Refusal("dispositifs.note.missing", "Note");
        var state = new RunState(run, today);
        if (request.Step == RunStep.Next && state.Forbids.Count > 0) return Outcome.Of(state.Forbids);
        if (request.Step == RunStep.Longer && !state.MayExtend) return new Refusal("dispositifs.forbids.longer");

        db.Add(DispositifFacts.Of(Take(run, state, request.Step, today, note), run, request.Channel, db.Now));
        db.Expect(run, request.Version);
        db.Author = (actor with { Channel = request.Channel }).As(note);
        return await db.Save(stop);
    }

    private static FactKind Take(DispositifRun run, RunState state, RunStep step, NodaTime.LocalDate today, string note)
    {
        switch (step)
        {
            case RunStep.Longer: run.Extend(note); return DispositifFacts.Extended;
            case RunStep.Stop: run.Stop(today, note); return DispositifFacts.Stopped;
            default: run.Advance(state.Next, today, note); return state.Next is null ? DispositifFacts.Ended : DispositifFacts.Advanced;
        }
    }
}
