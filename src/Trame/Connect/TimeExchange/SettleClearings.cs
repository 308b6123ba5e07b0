using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>
/// Hours between two banks of two spaces. Each side keeps an account for the other, within limits both have agreed; what is sent leaves here at once and is taken in there under the same identifier,
/// tried again until it is, and taken in once; what the other side refuses comes back.
/// </summary>
public sealed class SettleClearings(TrameDb db, Rights rights, CurrentSpace space, SpaceDirectory directory, IServiceScopeFactory scopes, FindAccounts accounts, HelpKinds kinds, Ledger ledger, ILogger<SettleClearings> log)
{
    /// <param name="Partner">« space/bank », as their addresses are.</param>
    /// <param name="Limit">How much one side may owe the other, as typed.</param>
    public sealed record Agreement(Guid BankId, string Partner, string Limit);

    /// <param name="Number">Of the member, there.</param>
    public sealed record Sending(Guid Key, Guid FromId, string Code, Guid PartnerId, int? Number, string Time, string Service, string Day);

    public async Task<Outcome> Handle(Agreement request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.SetRules)) return Refusal.NotAllowed;
        if (await db.Set<TimeBank>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == request.BankId, stop) is not { } bank) return Refusal.Gone;
        var partner = request.Partner.Trim().ToLowerInvariant();
        var refusals = new List<Refusal>();
        if (partner.Split('/') is not [var slug, { Length: > 0 }] || directory.Find(slug) is not { IsArchived: false } || slug == space.Space.Slug) refusals.Add(new("time.partner.unknown", "Partner"));
        else if (await db.Set<TimeAccount>().AnyAsync(a => a.BankId == bank.Id && a.Partner == partner, stop)) refusals.Add(new("time.partner.already", "Partner"));
        if (Hours.Read(request.Limit) is not { } limit || limit > TimeBank.MostLimit) (limit, refusals) = (0, [.. refusals, new("time.partner.limit.wrong", "Limit")]);
        if (refusals.Count > 0) return Outcome.Of(refusals);
        var account = new TimeAccount(bank, AccountKind.Partner, await accounts.NextNumber(bank.Id, stop), "", "", actor.Channel, db.Now);
        account.With(partner, -limit, limit);
        db.Add(account);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    public async Task<Outcome> Handle(Sending request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.Exchange)) return Refusal.NotAllowed;
        if (await db.Set<TimeAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.FromId && a.Kind == AccountKind.Member, stop) is not { } from) return Refusal.Gone;
        if (request.Code.Trim().ToUpperInvariant() != from.Code) return Refusal.NotAllowed;
        if (await db.Set<TimeAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.PartnerId && a.BankId == from.BankId && a.Kind == AccountKind.Partner, stop) is not { } partner) return Refusal.Gone;
        var refusals = new List<Refusal>();
        if (Hours.Read(request.Time) is not { } minutes) (minutes, refusals) = (0, [new("time.hours.wrong", "Time")]);
        var day = Ledger.Day(request.Day);
        if (day is null) refusals.Add(new("occasions.field.date", "Day", request.Day));
        if (request.Number is not > 0) refusals.Add(new("time.to.missing", "Number"));
        if (await kinds.Find(request.Service, stop) is not { IsRetired: false }) refusals.Add(new("needs.kind.missing", "Service"));
        if (minutes > TimeBank.DayMinutes) refusals.Add(new("time.hours.long", "Time", Hours.Plain(TimeBank.DayMinutes)));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        var clearing = new TimeClearing(request.Key, partner.Id, from.Id, request.Number!.Value, minutes, request.Service, day!.Value, db.Now); // refused just above
        var outcome = await ledger.Write(new(request.Key, await accounts.BankOf(from, stop), TransferKind.Partner, request.Service, day.Value, actor.Channel, [new(from.Id, partner.Id, minutes)])
        {
            Then = () =>
            {
                db.Add(clearing);
                return Task.CompletedTask;
            },
        }, actor, stop);
        if (outcome.Accepted) await Settle(actor, stop);
        return outcome;
    }

    /// <summary>Everything that waits is tried; the other side may be closed for the moment, and then it goes on waiting.</summary>
    public async Task Settle(Actor actor, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        foreach (var clearing in await db.Set<TimeClearing>().Where(c => c.SettledAt == null).OrderBy(c => c.SentAt).Take(500).ToListAsync(stop))
        {
            var partner = await db.Set<TimeAccount>().AsNoTracking().FirstAsync(a => a.Id == clearing.AccountId, stop);
            var (slug, bank) = partner.Partner.Split('/') is [var s, var b] ? (s, b) : ("", "");
            if (directory.Find(slug) is not { IsArchived: false } there) continue;
            var here = await db.Set<TimeBank>().AsNoTracking().FirstAsync(x => x.Id == partner.BankId, stop);
            if (await Ask(there, clearing, bank, $"{space.Space.Slug}/{here.Slug}", stop) is { } taken) await Conclude(clearing, partner, here, taken, actor, stop);
        }
    }

    // Null when the other space does not answer for now.
    private async Task<Outcome?> Ask(Space there, TimeClearing clearing, string bank, string from, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await SpaceScope.Enter(scope.ServiceProvider, there, Actor.Machine, stop);
            return await scope.ServiceProvider.GetRequiredService<SettleClearings>().TakeIn(clearing, bank, from, stop);
        }
        catch (Exception reason) when (SpaceDatabases.Failure(reason) is not null)
        {
            log.LogWarning(reason, "Space {Space} does not take in hours for now; they wait and are tried again", there.Slug);
            return null;
        }
    }

    private async Task Conclude(TimeClearing clearing, TimeAccount partner, TimeBank here, Outcome taken, Actor actor, CancellationToken stop)
    {
        await using var owned = await ledger.Begin(stop);
        await ledger.Hold([partner.Id], stop);
        if (await db.Set<TimeClearing>().AnyAsync(c => c.Id == clearing.Id && c.SettledAt != null, stop)) return; // another request was first
        if (!taken.Accepted) await GiveBack(clearing, partner, here, actor, stop);
        clearing.Settle(taken.Accepted ? null : taken.Refusals[0].TextKey, db.Now);
        (await db.Save(stop)).ThrowIfRefused();
        if (owned is not null) await owned.CommitAsync(stop);
    }

    // To the sender; to the pot, when they left meanwhile or hold as much as one may.
    private async Task GiveBack(TimeClearing clearing, TimeAccount partner, TimeBank here, Actor actor, CancellationToken stop)
    {
        var sent = await db.Set<TimeTransfer>().AsNoTracking().FirstAsync(t => t.ExchangeId == clearing.Id, stop);
        Ledger.Exchange Back(TransferKind kind, Guid to) => new(Guid.CreateVersion7(), here, kind, clearing.Service, clearing.Day, Channel.Online, [new(partner.Id, to, clearing.Minutes)]);
        var back = await ledger.Write(Back(TransferKind.Correction, clearing.FromId) with { Corrects = sent, Reason = CorrectionReason.DidNotHappen }, actor, stop);
        if (!back.Accepted) (await ledger.Write(Back(TransferKind.Closing, (await accounts.Shared(here.Id, AccountKind.Pot, stop)).Id), actor, stop)).ThrowIfRefused();
    }

    // In the other space, by its own rules; the identifier is the same, so that trying again changes nothing.
    private async Task<Outcome> TakeIn(TimeClearing clearing, string slug, string from, CancellationToken stop)
    {
        if (await accounts.Bank(slug, stop) is not { } bank || await db.Set<TimeAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.BankId == bank.Id && a.Partner == from, stop) is not { } partner) return new Refusal("time.partner.not-agreed");
        if (await db.Set<TimeAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.BankId == bank.Id && a.Number == clearing.Number && a.Kind == AccountKind.Member, stop) is not { } member) return new Refusal("time.to.unknown", null, $"{clearing.Number}");
        return await ledger.Write(new(clearing.Id, bank, TransferKind.Partner, clearing.Service, clearing.Day, Channel.Online, [new(partner.Id, member.Id, clearing.Minutes)]) { Served = true }, Actor.Machine, stop);
    }
}
