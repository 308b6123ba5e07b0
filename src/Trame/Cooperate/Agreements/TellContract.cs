using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Cooperate.Agreements;

/// <summary>What happens to a contract in force: both sides met; a commitment was not kept, a circle sat about it, something was decided after; it ends, with its reason in public.</summary>
public sealed class TellContract(TrameDb db, Rights rights, ReadContract read)
{
    /// <param name="About">The clause that was not kept, or the breach that is answered.</param>
    /// <param name="Note">What was said, agreed or decided. Free text: the page has it read again first.</param>
    public sealed record Request(Guid ContractId, int Version, ContractEvent What, Guid? About, LocalDate Day, string Note);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Contract>().FirstOrDefaultAsync(c => c.Id == request.ContractId, stop) is not { } contract) return Refusal.Gone;
        if (!rights.May(actor, AgreementActs.Keep, contract)) return Refusal.NotAllowed;
        var (state, note) = (await read.Of(contract, stop), request.Note.Trim());
        var refusals = new List<Refusal>();
        if (state.InForce is null) refusals.Add(new("agreements.not-in-force"));
        if (note.Length is 0 or > Contract.NoteLength) refusals.Add(new("agreements.note.missing", "Note", $"{Contract.NoteLength}"));
        if (request.Day > state.Today) refusals.Add(new("agreements.day.future", "EventDay"));
        if (request.What == ContractEvent.Breach && state.InForce?.Content.Clauses.Any(c => c.Id == request.About) != true) refusals.Add(new("agreements.evidence.no-clause", "About"));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var outcome = Take(contract, request, note);
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        if (request.What is ContractEvent.Review or ContractEvent.End)
            db.Add(AgreementFacts.Of(request.What == ContractEvent.End ? AgreementFacts.Ended : AgreementFacts.Reviewed, contract, actor.Channel == Channel.Import ? Channel.Online : actor.Channel, db.Now));
        db.Expect(contract, request.Version);
        db.Author = actor.As(note);
        return await db.Save(stop);
    }

    private static Outcome Take(Contract contract, Request request, string note) => request.What switch
    {
        ContractEvent.Review => contract.Meet(request.Day, note),
        ContractEvent.Breach => contract.Report(request.About ?? Guid.Empty, request.Day, note),
        ContractEvent.Circle => contract.Circle(request.About ?? Guid.Empty, request.Day, note),
        ContractEvent.Sanction => contract.Sanction(request.About ?? Guid.Empty, note),
        _ => contract.End(request.Day, note),
    };
}
