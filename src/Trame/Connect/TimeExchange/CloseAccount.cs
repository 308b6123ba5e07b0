using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>A member leaves, without a reason (R2): what they have left goes to the pot or to whom they wish; what they still owed, everyone carries. Who it was is forgotten; what was exchanged stays.</summary>
public sealed class CloseAccount(TrameDb db, Rights rights, FindAccounts accounts, Ledger ledger)
{
    /// <param name="Code">The member's own; empty when the office closes it under a mandate.</param>
    /// <param name="To">Number or name of who receives what is left; nothing: the pot.</param>
    public sealed record Request(Guid AccountId, string Code, string To, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.Exchange)) return Refusal.NotAllowed;
        if (await db.Set<TimeAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.AccountId && a.Kind == AccountKind.Member && a.State != AccountState.Closed, stop) is not { } account) return Refusal.Gone;
        Guid? mandate = null;
        if (request.Code.Length > 0)
        {
            if (request.Code.Trim().ToUpperInvariant() != account.Code) return Refusal.NotAllowed;
        }
        else
        {
            if (!rights.May(actor, TimeExchangeActs.HoldOffice)) return Refusal.NotAllowed;
            var found = await PayHours.MandatesOf(db, account.Id, MandateAct.Close, 1, ledger.Today, stop);
            if (found.Refusals.Count > 0) return Outcome.Of(found.Refusals);
            mandate = found.Value!.Id; // refused otherwise
        }

        return await Close(account, request.To, request.Channel, mandate, actor, stop);
    }

    /// <summary>The same, for somebody who takes back everything they ever said: the right was asked there.</summary>
    internal async Task<Outcome> Close(TimeAccount account, string to, Channel channel, Guid? mandate, Actor actor, CancellationToken stop)
    {
        var bank = await accounts.BankOf(account, stop);
        var (pot, welcome) = (await accounts.Shared(bank.Id, AccountKind.Pot, stop), await accounts.Shared(bank.Id, AccountKind.Welcome, stop));
        var heir = to.Trim().Length == 0 ? pot : await accounts.Named(bank.Id, to, "To", stop);
        if (!heir.Accepted) return heir.Plain;
        await using var owned = await ledger.Begin(stop);
        var held = await ledger.Hold([account.Id, pot.Id, welcome.Id, heir.Value.Id], stop);
        var (balance, shared) = (held[account.Id].Balance, Math.Min(held[pot.Id].Balance, Math.Max(0, -held[account.Id].Balance)));
        List<Ledger.Line> lines = balance > 0 ? [new(account.Id, heir.Value.Id, balance)]
            : [.. ((Ledger.Line[])[new(pot.Id, account.Id, shared), new(welcome.Id, account.Id, -balance - shared)]).Where(l => l.Minutes > 0)];
        if (lines.Count > 0)
        {
            var outcome = await ledger.Write(new(Guid.CreateVersion7(), bank, TransferKind.Closing, "", ledger.Today, channel, lines) { MandateId = mandate }, actor, stop);
            if (!outcome.Accepted) return outcome;
        }

        var closing = await db.Set<TimeAccount>().FirstAsync(a => a.Id == account.Id, stop);
        closing.Close(db.Now);
        foreach (var one in await db.Set<TimeMandate>().Where(m => m.AccountId == account.Id && m.RevokedAt == null).ToListAsync(stop)) one.Revoke(db.Now);
        foreach (var one in await db.Set<TimeCheque>().Where(c => c.AccountId == account.Id && c.VoidedAt == null && !db.Set<TimeTransfer>().Any(t => t.ChequeId == c.Id)).ToListAsync(stop)) one.Void(db.Now).ThrowIfRefused();
        db.Add(TimeExchangeFacts.Of(TimeExchangeFacts.Left, bank, channel, db.Now, 1));
        db.Author = (actor with { Channel = channel }).As();
        var saved = await db.Save(stop);
        if (saved.Accepted && owned is not null) await owned.CommitAsync(stop);
        return saved;
    }
}
