using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>How a member is called and reached, whether others read their offers; « en ce moment je ne peux pas rendre » ; what the office may do in their name, and that it may not any more.</summary>
public sealed class KeepAccount(TrameDb db, Rights rights, Ledger ledger)
{
    /// <param name="Code">The member's own; empty when the office writes what they say.</param>
    public sealed record Naming(Guid AccountId, int Version, string Code, string Name, string Reach, bool Shown);

    /// <param name="On">Whether they are exempt from now on; nobody asks why.</param>
    public sealed record Exemption(Guid AccountId, int Version, string Code, bool On);

    /// <param name="Most">The longest single act, as typed.</param>
    public sealed record Giving(Guid AccountId, string Code, IReadOnlyList<MandateAct> Acts, string Most, int Days, MandateEvidence Evidence);

    public sealed record Revoking(Guid MandateId, string Code);

    public Task<Outcome> Handle(Naming request, Actor actor, CancellationToken stop) => Change(request.AccountId, request.Version, request.Code, actor, a => a.Call(request.Name, request.Reach, request.Shown), stop);

    public Task<Outcome> Handle(Exemption request, Actor actor, CancellationToken stop) => Change(request.AccountId, request.Version, request.Code, actor, a =>
    {
        a.Exempt(request.On ? ledger.Today.PlusMonths(TimeAccount.ExemptMonths) : null);
        return Outcome.Done;
    }, stop);

    public async Task<Outcome> Handle(Giving request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<TimeAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.AccountId && a.Kind == AccountKind.Member && a.State == AccountState.Open, stop) is not { } account) return Refusal.Gone;
        if (!Mine(account, request.Code, actor)) return Refusal.NotAllowed;
        var refusals = new List<Refusal>();
        if (request.Acts.Count == 0) refusals.Add(new("time.mandate.no-act", "Acts"));
        if (Hours.Read(request.Most) is not { } most || most > TimeBank.DayMinutes) (most, refusals) = (0, [.. refusals, new("time.mandate.most.wrong", "Most")]);
        if (!TimeMandate.Lengths.Contains(request.Days)) refusals.Add(new("time.mandate.days.wrong", "Days"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        var evidence = request.Code.Length > 0 ? MandateEvidence.OwnCode : request.Evidence == MandateEvidence.OwnCode ? MandateEvidence.SaidAtCounter : request.Evidence;
        db.Add(new TimeMandate(account.Id, request.Acts, most, ledger.Today, ledger.Today.PlusDays(request.Days), evidence));
        db.Author = actor.As();
        return await db.Save(stop);
    }

    public async Task<Outcome> Handle(Revoking request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<TimeMandate>().FirstOrDefaultAsync(m => m.Id == request.MandateId, stop) is not { } mandate) return Refusal.Gone;
        var account = await db.Set<TimeAccount>().AsNoTracking().FirstAsync(a => a.Id == mandate.AccountId, stop);
        if (!Mine(account, request.Code, actor)) return Refusal.NotAllowed;
        mandate.Revoke(db.Now);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private async Task<Outcome> Change(Guid id, int version, string code, Actor actor, Func<TimeAccount, Outcome> change, CancellationToken stop)
    {
        if (await db.Set<TimeAccount>().FirstOrDefaultAsync(a => a.Id == id && a.Kind == AccountKind.Member && a.State != AccountState.Closed, stop) is not { } account) return Refusal.Gone;
        if (!Mine(account, code, actor)) return Refusal.NotAllowed;
        if (account.Version != version) return Refusal.Conflict;
        var outcome = change(account);
        if (!outcome.Accepted) return outcome;
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private bool Mine(TimeAccount account, string code, Actor actor) =>
        code.Length > 0 ? rights.May(actor, TimeExchangeActs.Exchange) && code.Trim().ToUpperInvariant() == account.Code : rights.May(actor, TimeExchangeActs.HoldOffice);
}
