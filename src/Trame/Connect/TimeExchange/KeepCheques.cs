using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>Cheques on paper: a book is printed, one that was lost is voided, one that comes to the office is typed. A wrong sign is seen; a second time is refused with the day of the first.</summary>
public sealed class KeepCheques(TrameDb db, Rights rights, CurrentSpace space, FindAccounts accounts, HelpKinds kinds, Ledger ledger)
{
    private const int MostUnused = 40;

    /// <param name="Code">The member's own; empty when the office prints it for them.</param>
    public sealed record Book(Guid AccountId, string Code);

    public sealed record Loss(Guid ChequeId, string Code);

    /// <param name="To">Number or name of who received it.</param>
    /// <param name="Time">As written on it.</param>
    public sealed record Cashing(Guid BankId, string Number, string To, string Time, string Service, string Day);

    public async Task<Outcome> Handle(Book request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.Exchange)) return Refusal.NotAllowed;
        if (await db.Set<TimeAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.AccountId && a.Kind == AccountKind.Member, stop) is not { } account) return Refusal.Gone;
        if (await For(account, request.Code, actor, stop) is { Accepted: false } refused) return refused;
        if (account.State != AccountState.Open) return new Refusal("time.account.waiting");
        if (await Unused(account.Id).CountAsync(stop) + TimeCheque.InABook > MostUnused) return new Refusal("time.cheque.enough");
        for (var i = 0; i < TimeCheque.InABook; i++) db.Add(new TimeCheque(account.Id, ChequeNumber.New(), db.Now));
        db.Author = actor.As();
        return await db.Save(stop);
    }

    public async Task<Outcome> Handle(Loss request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.Exchange)) return Refusal.NotAllowed;
        if (await db.Set<TimeCheque>().FirstOrDefaultAsync(c => c.Id == request.ChequeId, stop) is not { } cheque) return Refusal.Gone;
        var account = await db.Set<TimeAccount>().AsNoTracking().FirstAsync(a => a.Id == cheque.AccountId, stop);
        if (!rights.May(actor, TimeExchangeActs.HoldOffice) && request.Code.Trim().ToUpperInvariant() != account.Code) return Refusal.NotAllowed; // a loss said to the office needs no mandate
        if (await db.Set<TimeTransfer>().AnyAsync(t => t.ChequeId == cheque.Id, stop)) return new Refusal("time.cheque.used");
        cheque.Void(db.Now);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    public async Task<Outcome> Handle(Cashing request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.HoldOffice)) return Refusal.NotAllowed;
        if (await db.Set<TimeBank>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == request.BankId, stop) is not { } bank) return Refusal.Gone;
        var refusals = new List<Refusal>();
        var (cheque, from) = await Find(request.Number, bank.Id, refusals, stop);
        if (Hours.Read(request.Time) is not { } minutes) (minutes, refusals) = (0, [.. refusals, new("time.hours.wrong", "Time")]);
        var day = Ledger.Day(request.Day);
        if (day is null) refusals.Add(new("occasions.field.date", "Day", request.Day));
        if (await kinds.Find(request.Service, stop) is not { IsRetired: false }) refusals.Add(new("needs.kind.missing", "Service"));
        var to = await accounts.Named(bank.Id, request.To, "To", stop);
        refusals.AddRange(to.Refusals);
        if (refusals.Count > 0) return Outcome.Of(refusals);
        return await ledger.Write(new(cheque!.Id, bank, TransferKind.Service, request.Service, day!.Value, Channel.Paper, [new(from!.Id, to.Value!.Id, minutes)]) { ChequeId = cheque.Id }, actor, stop); // refused just above
    }

    private async Task<(TimeCheque?, TimeAccount?)> Find(string typed, Guid bankId, List<Refusal> refusals, CancellationToken stop)
    {
        if (ChequeNumber.Read(typed) is not { } number)
        {
            refusals.Add(new("time.cheque.sign", "Number"));
            return default;
        }

        var cheque = await db.Set<TimeCheque>().AsNoTracking().FirstOrDefaultAsync(c => c.Number == number, stop);
        var from = cheque is null ? null : await db.Set<TimeAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == cheque.AccountId && a.BankId == bankId, stop);
        if (from is null) refusals.Add(new("time.cheque.unknown", "Number"));
        else if (cheque!.VoidedAt is not null || from.State == AccountState.Closed) refusals.Add(new("time.cheque.void", "Number"));
        else if (await db.Set<TimeTransfer>().AsNoTracking().Where(t => t.ChequeId == cheque.Id).Select(t => (Instant?)t.At).FirstOrDefaultAsync(stop) is { } before)
            refusals.Add(new("time.cheque.again", "Number", SpaceCalendar.Of(space.Settings).Local(before).Date.PlainDay(System.Globalization.CultureInfo.CurrentUICulture)));
        return (cheque, from);
    }

    private async Task<Outcome> For(TimeAccount account, string code, Actor actor, CancellationToken stop)
    {
        if (code.Length > 0) return code.Trim().ToUpperInvariant() == account.Code ? Outcome.Done : Refusal.NotAllowed;
        if (!rights.May(actor, TimeExchangeActs.HoldOffice)) return Refusal.NotAllowed;
        return Outcome.Of((await PayHours.MandatesOf(db, account.Id, MandateAct.Cheques, 1, ledger.Today, stop)).Refusals);
    }

    private IQueryable<TimeCheque> Unused(Guid accountId) => db.Set<TimeCheque>().Where(c => c.AccountId == accountId && c.VoidedAt == null && !db.Set<TimeTransfer>().Any(t => t.ChequeId == c.Id));
}
