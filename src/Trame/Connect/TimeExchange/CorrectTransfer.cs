using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>What was wrong is compensated by its mirror, and both stay (R12). What was right is then written anew.</summary>
public sealed class CorrectTransfer(TrameDb db, Rights rights, Ledger ledger)
{
    public sealed record Request(Guid TransferId, CorrectionReason Reason);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.HoldOffice)) return Refusal.NotAllowed;
        if (await db.Set<TimeTransfer>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == request.TransferId, stop) is not { } wrong) return Refusal.Gone;
        if (wrong.Kind is not (TransferKind.Service or TransferKind.Group or TransferKind.Gift)) return new Refusal("time.correct.kind");
        var bank = await db.Set<TimeBank>().AsNoTracking().FirstAsync(b => b.Id == wrong.BankId, stop);
        // A group exchange is one exchange: all its lines are compensated together.
        var lines = await db.Set<TimeTransfer>().AsNoTracking().Where(t => t.ExchangeId == wrong.ExchangeId).OrderBy(t => t.Line).ToListAsync(stop);
        var ids = lines.Select(l => l.Id).ToList();
        await using var owned = await ledger.Begin(stop);
        await ledger.Hold([.. lines.SelectMany(l => (Guid[])[l.FromId, l.ToId])], stop);
        if (await db.Set<TimeTransfer>().AnyAsync(t => t.CorrectsId != null && ids.Contains(t.CorrectsId.Value), stop)) return new Refusal("time.correct.already");
        foreach (var (i, line) in lines.Index())
        {
            var outcome = await ledger.Write(new(Guid.CreateVersion7(), bank, TransferKind.Correction, line.Service, line.Day, actor.Channel, [new(line.ToId, line.FromId, line.Minutes)]) { Corrects = i == 0 ? line : WithoutFact(line), Reason = request.Reason }, actor, stop);
            if (!outcome.Accepted) return outcome;
        }

        if (owned is not null) await owned.CommitAsync(stop);
        return Outcome.Done;
    }

    // The fact of an exchange is corrected once.
    private static TimeTransfer WithoutFact(TimeTransfer line) => new(line.BankId, line.ExchangeId, line.Line, line.Kind, line.Service, line.FromId, line.ToId, line.Minutes, line.Day, line.Channel, line.At) { Id = line.Id };
}
