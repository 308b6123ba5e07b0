using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.TimeExchange;

/// <summary>A time bank opens in a commune, with its pot and its account of welcome; its rules are set again by the same hand.</summary>
public sealed class OpenBank(TrameDb db, Rights rights, FindTerritories territories)
{
    /// <param name="Commune">Its address.</param>
    public sealed record Opening(string Name, string Lead, string Commune);

    /// <param name="Floor">As typed, like the other lengths.</param>
    public sealed record Rules(Guid BankId, int Version, string Name, string Lead, string Floor, string Ceiling, string Welcome, string Most, int? Often, int? OftenWeeks);

    public async Task<Outcome<TimeBank>> Handle(Opening request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.SetRules)) return Refusal.NotAllowed;
        var commune = (await territories.Tree(stop)).BySlug(request.Commune);
        var made = TimeBank.Of(request.Name, request.Lead, await FreeSlug.For(db.Set<TimeBank>().Select(b => b.Slug), request.Name, stop), commune?.Id ?? Guid.Empty, db.Now);
        if (commune is not { Kind: TerritoryKind.Commune }) return made.Plain.And(new Refusal("needs.commune.missing", "Commune"));
        if (!made.Accepted) return made;
        db.Add(made.Value);
        db.Add(new TimeAccount(made.Value, AccountKind.Pot, 1, "", "", actor.Channel, db.Now));
        db.Add(new TimeAccount(made.Value, AccountKind.Welcome, 2, "", "", actor.Channel, db.Now));
        db.Add(TimeExchangeFacts.Of(TimeExchangeFacts.Opened, made.Value, actor.Channel, db.Now));
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? made : saved;
    }

    /// <summary>New limits hold for all from now on; whoever stands beyond one keeps where they stand as their limit, until they come back within it.</summary>
    public async Task<Outcome> Handle(Rules request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.SetRules)) return Refusal.NotAllowed;
        if (await db.Set<TimeBank>().FirstOrDefaultAsync(b => b.Id == request.BankId, stop) is not { } bank) return Refusal.Gone;
        var outcome = bank.Say(request.Name, request.Lead, -(Length(request.Floor.Trim().TrimStart('-', '−')) ?? -1), Length(request.Ceiling) ?? 0, Length(request.Welcome) ?? -1, Length(request.Most) ?? 0, request.Often ?? 0, request.OftenWeeks ?? 0);
        if (!outcome.Accepted) return outcome;
        db.Expect(bank, request.Version);
        db.Author = actor.As();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var saved = await db.Save(stop);
        if (!saved.Accepted) return saved;
        await db.Set<TimeAccount>().Where(a => a.BankId == bank.Id && a.Kind == AccountKind.Member).ExecuteUpdateAsync(a => a
            .SetProperty(x => x.Floor, x => x.Balance < bank.Floor ? x.Balance : bank.Floor)
            .SetProperty(x => x.Ceiling, x => x.Balance > bank.Ceiling ? x.Balance : bank.Ceiling), stop);
        await transaction.CommitAsync(stop);
        return saved;
    }

    private static long? Length(string typed) => typed.Trim() is "0" or "0 h" or "0\u00A0h" or "0 min" or "0\u00A0min" ? 0 : Hours.Read(typed);
}
