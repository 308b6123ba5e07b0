using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Engines.Indicators.Participation;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Connect.TimeExchange;

/// <summary>How a bank is doing, over the year. What is told of members goes to the office only, to offer them something: nothing is ranked (R1), nobody is reminded (R2).</summary>
public sealed class ReadBank(TrameDb db, CurrentSpace space, SpaceMemory memory)
{
    /// <summary>Who gave this much and received nothing is told to the office.</summary>
    public const long GaveMuch = 180;

    /// <param name="Sum">Of all balances: zero, or something is badly wrong.</param>
    public sealed record Figures(int Members, int Exchanges, long Minutes, long Sum);

    /// <param name="Promised">What the account of welcome gave to newcomers or carried for those who left.</param>
    /// <param name="Gini">Of the hours given; null below the threshold of secrecy or when nothing was given.</param>
    public sealed record Care(int Waiting, long Pot, long Promised, double? Gini, IReadOnlyList<TimeAccount> NeverAsked, IReadOnlyList<Repeated> Repeated);

    public sealed record Repeated(TimeAccount Giver, TimeAccount Receiver, string Service, int Times);

    /// <summary>Remembered until something is saved: a year of a large bank is long to add up.</summary>
    public Task<Figures> Of(TimeBank bank, CancellationToken stop) => memory.Keep(space.Space, $"time-bank-{bank.Id:N}", () => Read(bank, stop));

    private async Task<Figures> Read(TimeBank bank, CancellationToken stop)
    {
        var since = db.Now - Duration.FromDays(365);
        var year = Standing(bank).Where(t => t.At >= since).GroupBy(_ => 1).Select(g => new { Minutes = g.Sum(t => t.Minutes), Exchanges = g.Select(t => t.ExchangeId).Distinct().Count() });
        var told = await year.FirstOrDefaultAsync(stop);
        return new(await Members(bank).CountAsync(stop), told?.Exchanges ?? 0, told?.Minutes ?? 0, await db.Set<TimeAccount>().Where(a => a.BankId == bank.Id).SumAsync(a => a.Balance, stop));
    }

    public async Task<Care> ForOffice(TimeBank bank, CancellationToken stop)
    {
        var since = db.Now - Duration.FromDays(365);
        var members = await Members(bank).AsNoTracking().ToDictionaryAsync(a => a.Id, stop);
        var gave = await Standing(bank).Where(t => t.At >= since).GroupBy(t => t.ToId).Select(g => new { g.Key, Minutes = g.Sum(t => t.Minutes) }).ToDictionaryAsync(g => g.Key, g => g.Minutes, stop);
        var received = (await Standing(bank).Where(t => t.At >= since).Select(t => t.FromId).Distinct().ToListAsync(stop)).ToHashSet();
        var waiting = await db.Set<TimeAccount>().CountAsync(a => a.BankId == bank.Id && a.State == AccountState.Waiting, stop);
        var shared = await db.Set<TimeAccount>().AsNoTracking().Where(a => a.BankId == bank.Id && (a.Kind == AccountKind.Pot || a.Kind == AccountKind.Welcome)).ToDictionaryAsync(a => a.Kind, a => a.Balance, stop);
        return new(waiting, shared[AccountKind.Pot], -shared[AccountKind.Welcome],
            members.Count < space.Settings.SecrecyThreshold ? null : GiniCoefficient.Of([.. members.Keys.Select(id => (double)gave.GetValueOrDefault(id))]),
            [.. members.Values.Where(m => gave.GetValueOrDefault(m.Id) >= GaveMuch && !received.Contains(m.Id)).OrderBy(m => m.Number)],
            await OftenRepeated(bank, members, stop));
    }

    // The rule of local exchange systems: help is occasional. The same service, between the same two, again and again, is a thing to talk about with them.
    private async Task<IReadOnlyList<Repeated>> OftenRepeated(TimeBank bank, Dictionary<Guid, TimeAccount> members, CancellationToken stop)
    {
        var since = SpaceCalendar.Of(space.Settings).Today(db.Now).PlusWeeks(-bank.OftenWeeks);
        var pairs = await Standing(bank).Where(t => t.Kind == TransferKind.Service && t.Day >= since).GroupBy(t => new { t.ToId, t.FromId, t.Service }).Select(g => new { g.Key, Times = g.Count() }).Where(g => g.Times >= bank.Often).ToListAsync(stop);
        return [.. pairs.Where(p => members.ContainsKey(p.Key.ToId) && members.ContainsKey(p.Key.FromId)).Select(p => new Repeated(members[p.Key.ToId], members[p.Key.FromId], p.Key.Service, p.Times)).OrderBy(p => p.Giver.Number).ThenBy(p => p.Receiver.Number)];
    }

    private IQueryable<TimeAccount> Members(TimeBank bank) => db.Set<TimeAccount>().Where(a => a.BankId == bank.Id && a.Kind == AccountKind.Member && a.State == AccountState.Open);

    // Services that were not compensated.
    private IQueryable<TimeTransfer> Standing(TimeBank bank) => db.Set<TimeTransfer>().Where(t => t.BankId == bank.Id && (t.Kind == TransferKind.Service || t.Kind == TransferKind.Group) && !db.Set<TimeTransfer>().Any(c => c.CorrectsId == t.Id));
}
