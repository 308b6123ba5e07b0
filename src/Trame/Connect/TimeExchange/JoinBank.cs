using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Connect.TimeExchange;

/// <summary>Somebody joins under the name they like. At the office they are welcomed at once, and start with some hours; online, once the office has said hello.</summary>
public sealed class JoinBank(TrameDb db, Rights rights, FindAccounts accounts, FindCarnets carnets, Ledger ledger)
{
    /// <param name="Code">Of the carnet they hold already, or nothing.</param>
    /// <param name="Reach">How to reach them, or nothing.</param>
    public sealed record Request(Guid BankId, string Name, string Code, string Reach, bool Shown, bool Consent, Channel Channel);

    public sealed record Welcoming(Guid AccountId, int Version);

    public async Task<Outcome<TimeAccount>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.Exchange)) return Refusal.NotAllowed;
        if (await db.Set<TimeBank>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == request.BankId, stop) is not { } bank) return Refusal.Gone;
        var refusals = new List<Refusal>();
        var code = request.Code.Trim().ToUpperInvariant();
        if (code.Length > 0 && !await carnets.Exists(code, stop)) refusals.Add(new("needs.code.unknown", "Code"));
        else if (code.Length > 0 && (await accounts.Held(code, stop)).Any(a => a.BankId == bank.Id)) refusals.Add(new("time.join.already", "Code"));
        if (!request.Consent) refusals.Add(new("needs.consent.missing", "Consent"));
        await using var owned = await ledger.Begin(stop); // the next number is read and taken together
        if (db.Provider == Provider.Postgres) await db.Database.ExecuteSqlRawAsync("SELECT 1 FROM time_bank WHERE id = {0} FOR UPDATE", [bank.Id], stop);
        var account = new TimeAccount(bank, AccountKind.Member, await accounts.NextNumber(bank.Id, stop), "", code.Length > 0 ? code : Tokens.Code(3), request.Channel, db.Now);
        refusals.AddRange(account.Call(request.Name, request.Reach, request.Shown).Refusals);
        if (refusals.Count > 0) return Outcome.Of(refusals);

        db.Add(account);
        db.Add(TimeExchangeFacts.Of(TimeExchangeFacts.Joined, bank, request.Channel, db.Now, 1));
        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        if (saved.Accepted && rights.May(actor, TimeExchangeActs.HoldOffice)) saved = await WelcomeIn(bank, account, actor, stop);
        if (!saved.Accepted) return saved;
        if (owned is not null) await owned.CommitAsync(stop);
        return account;
    }

    public async Task<Outcome> Handle(Welcoming request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.HoldOffice)) return Refusal.NotAllowed;
        if (await db.Set<TimeAccount>().FirstOrDefaultAsync(a => a.Id == request.AccountId, stop) is not { } account) return Refusal.Gone;
        if (account.Version != request.Version) return Refusal.Conflict;
        await using var owned = await ledger.Begin(stop);
        var outcome = await WelcomeIn(await accounts.BankOf(account, stop), account, actor, stop);
        if (outcome.Accepted && owned is not null) await owned.CommitAsync(stop);
        return outcome;
    }

    private async Task<Outcome> WelcomeIn(TimeBank bank, TimeAccount account, Actor actor, CancellationToken stop)
    {
        var outcome = account.WelcomeIn();
        if (!outcome.Accepted) return outcome;
        var saved = await db.Save(stop);
        if (!saved.Accepted || bank.Welcome == 0) return saved;
        var from = await accounts.Shared(bank.Id, AccountKind.Welcome, stop);
        return await ledger.Write(new(account.Id, bank, TransferKind.Welcome, "", ledger.Today, actor.Channel, [new(from.Id, account.Id, bank.Welcome)]), actor, stop); // its own identifier: welcomed once
    }
}
