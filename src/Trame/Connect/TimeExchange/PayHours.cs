using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>A member gives hours to who helped them, or as a gift, to somebody or to the pot: by their own code, or through the office within a mandate.</summary>
public sealed class PayHours(TrameDb db, Rights rights, FindAccounts accounts, HelpKinds kinds, Ledger ledger)
{
    /// <param name="Key">Chosen by the form: sent twice, it counts once.</param>
    /// <param name="Code">The payer's own; empty when the office acts for them.</param>
    /// <param name="To">Number or name of a member; nothing when <paramref name="ToPot"/>.</param>
    /// <param name="Time">As typed.</param>
    /// <param name="Day">As a date field sends it.</param>
    public sealed record Request(Guid Key, Guid FromId, string Code, string To, bool ToPot, bool Gift, string Time, string Service, string Day, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.Exchange)) return Refusal.NotAllowed;
        if (await db.Set<TimeAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.FromId && a.Kind == AccountKind.Member, stop) is not { } from) return Refusal.Gone;
        var bank = await accounts.BankOf(from, stop);
        var refusals = new List<Refusal>();
        var gift = request.Gift || request.ToPot;
        if (Hours.Read(request.Time) is not { } minutes) (minutes, refusals) = (0, [new("time.hours.wrong", "Time")]);
        var day = Ledger.Day(request.Day) ?? (gift ? ledger.Today : null);
        if (day is null) refusals.Add(new("occasions.field.date", "Day", request.Day));
        if (!gift && await kinds.Find(request.Service, stop) is not { IsRetired: false }) refusals.Add(new("needs.kind.missing", "Service"));
        var to = request.ToPot ? await accounts.Shared(bank.Id, AccountKind.Pot, stop) : await accounts.Named(bank.Id, request.To, "To", stop);
        refusals.AddRange(to.Refusals);
        var mandate = await Mandate(request, from, gift ? MandateAct.Give : MandateAct.Pay, minutes, actor, stop);
        refusals.AddRange(mandate.Refusals);
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var payer = gift ? from : await Payer(from, bank, minutes, stop);
        return await ledger.Write(new(request.Key, bank, gift ? TransferKind.Gift : TransferKind.Service, gift ? "" : request.Service, day!.Value, request.Channel, [new(payer.Id, to.Value!.Id, minutes)]) { MandateId = mandate.Value?.Id }, actor, stop); // refused just above
    }

    // Whoever is exempt for a while receives from the pot, as long as it holds enough; nobody is told why, because nobody asked.
    private async Task<TimeAccount> Payer(TimeAccount from, TimeBank bank, long minutes, CancellationToken stop)
    {
        if (!from.IsExempt(ledger.Today)) return from;
        var pot = await accounts.Shared(bank.Id, AccountKind.Pot, stop);
        return pot.Balance >= minutes ? pot : from;
    }

    private async Task<(TimeMandate? Value, IReadOnlyList<Refusal> Refusals)> Mandate(Request request, TimeAccount from, MandateAct act, long minutes, Actor actor, CancellationToken stop)
    {
        if (request.Code.Length > 0) return request.Code.Trim().ToUpperInvariant() == from.Code ? (null, []) : (null, [Refusal.NotAllowed]);
        if (!rights.May(actor, TimeExchangeActs.HoldOffice)) return (null, [Refusal.NotAllowed]);
        return await MandatesOf(db, from.Id, act, minutes, ledger.Today, stop);
    }

    /// <summary>The mandate under which the office may do this; otherwise what the nearest one lacks.</summary>
    internal static async Task<(TimeMandate? Value, IReadOnlyList<Refusal> Refusals)> MandatesOf(TrameDb db, Guid accountId, MandateAct act, long minutes, LocalDate today, CancellationToken stop)
    {
        var all = await db.Set<TimeMandate>().AsNoTracking().Where(m => m.AccountId == accountId).OrderByDescending(m => m.EndsOn).ToListAsync(stop);
        if (all.FirstOrDefault(m => m.Beyond(act, minutes, today) is null) is { } live) return (live, []);
        var nearest = all.Where(m => m.IsLive(today)).OrderByDescending(m => m.Allows(act)).FirstOrDefault() ?? all.FirstOrDefault();
        return (null, [nearest?.Beyond(act, minutes, today) ?? new Refusal("time.mandate.none")]);
    }
}
