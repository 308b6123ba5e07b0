using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>
/// The only door through which hours move. Everything of an exchange is written in one transaction, with its fact: the accounts are held first, so that limits are read as they are; an exchange that
/// was already written is done, and nothing is written twice. What would pass a limit is told before the database refuses it.
/// </summary>
public sealed class Ledger(TrameDb db, CurrentSpace space)
{
    public sealed record Line(Guid FromId, Guid ToId, long Minutes);

    /// <param name="Key">Chosen by the form.</param>
    /// <param name="Service">Key of a kind of help, or nothing.</param>
    public sealed record Exchange(Guid Key, TimeBank Bank, TransferKind Kind, string Service, LocalDate Day, Channel Channel, IReadOnlyList<Line> Lines)
    {
        public Guid? ChequeId { get; init; }
        public Guid? MandateId { get; init; }
        public TimeTransfer? Corrects { get; init; }
        public CorrectionReason? Reason { get; init; }

        /// <summary>Something was done for somebody, which a fact tells.</summary>
        public bool Served { get; init; } = Kind is TransferKind.Service or TransferKind.Group;

        /// <summary>What else belongs to the same transaction, after the lines.</summary>
        public Func<Task>? Then { get; init; }
    }

    /// <summary>A day as a date field sends it.</summary>
    public static LocalDate? Day(string typed) => NodaTime.Text.LocalDatePattern.Iso.Parse(typed) is { Success: true, Value: var day } ? day : null;

    public LocalDate Today => SpaceCalendar.Of(space.Settings).Today(db.Now);

    public async Task<Outcome> Write(Exchange exchange, Actor actor, CancellationToken stop)
    {
        await using var owned = await Begin(stop);
        var accounts = await Hold([.. exchange.Lines.SelectMany(l => (Guid[])[l.FromId, l.ToId])], stop);
        if (await db.Set<TimeTransfer>().AnyAsync(t => t.ExchangeId == exchange.Key, stop)) return Outcome.Done; // sent twice: it is written already
        var refusals = Wrong(exchange, accounts).Concat(await TooLongADay(exchange, stop)).ToList();
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var fact = Fact(exchange);
        if (fact is not null) db.Add(fact);
        foreach (var (i, line) in exchange.Lines.Index())
        {
            db.Add(new TimeTransfer(exchange.Bank.Id, exchange.Key, i, exchange.Kind, exchange.Service, line.FromId, line.ToId, line.Minutes, exchange.Day, exchange.Channel, db.Now)
            {
                ChequeId = exchange.ChequeId, MandateId = exchange.MandateId, CorrectsId = exchange.Corrects?.Id, Reason = exchange.Reason, FactId = fact?.Id,
            });
        }

        db.Author = (actor with { Channel = exchange.Channel }).As();
        var saved = await db.Save(stop);
        if (saved.Accepted && exchange.Then is { } then)
        {
            await then();
            saved = await db.Save(stop);
        }

        if (saved.Accepted && owned is not null) await owned.CommitAsync(stop);
        return saved;
    }

    /// <summary>Accounts as they are, and as they stay until the transaction ends: PostgreSQL locks them in one order; SQLite lets one writer in at a time.</summary>
    public async Task<IReadOnlyDictionary<Guid, TimeAccount>> Hold(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var asked = ids.Distinct().ToArray();
        var rows = db.Provider == Provider.Postgres
            ? db.Set<TimeAccount>().FromSqlRaw("SELECT * FROM time_account WHERE id = ANY ({0}) ORDER BY id FOR UPDATE", asked)
            : db.Set<TimeAccount>().Where(a => asked.Contains(a.Id));
        return await rows.AsNoTracking().ToDictionaryAsync(a => a.Id, stop);
    }

    /// <summary>Null within an exchange that is already held.</summary>
    public async Task<LedgerHold?> Begin(CancellationToken stop) => db.Database.CurrentTransaction is null ? await LedgerHold.Take(db, space.Space, stop) : null;

    private static IEnumerable<Refusal> Wrong(Exchange exchange, IReadOnlyDictionary<Guid, TimeAccount> accounts)
    {
        if (exchange.Lines.Count == 0 || exchange.Lines.Any(l => l.Minutes <= 0)) yield return new("time.hours.wrong", "Time");
        if (exchange.Lines.Any(l => l.FromId == l.ToId)) yield return new("time.to.oneself", "To");
        if (exchange.Kind is TransferKind.Service or TransferKind.Group && exchange.Lines.Any(l => l.Minutes > exchange.Bank.Most)) yield return new("time.hours.long", "Time", Hours.Plain(exchange.Bank.Most));
        foreach (var id in exchange.Lines.SelectMany(l => (Guid[])[l.FromId, l.ToId]).Distinct())
        {
            if (!accounts.TryGetValue(id, out var account) || account.BankId != exchange.Bank.Id || account.State == AccountState.Closed)
            {
                yield return new("time.account.closed", "To");
                continue;
            }

            if (account.State == AccountState.Waiting && exchange.Kind is not TransferKind.Welcome) yield return new("time.account.waiting", "To");
            foreach (var refusal in Limits(account, exchange)) yield return refusal;
        }
    }

    // Lines are posted one after the other: each step must hold, as the database will ask.
    private static IEnumerable<Refusal> Limits(TimeAccount account, Exchange exchange)
    {
        var (balance, low, high) = (account.Balance, account.Balance, account.Balance);
        foreach (var line in exchange.Lines.Where(l => l.FromId == account.Id || l.ToId == account.Id))
        {
            balance += line.FromId == account.Id ? -line.Minutes : line.Minutes;
            (low, high) = (Math.Min(low, balance), Math.Max(high, balance));
        }

        if (account.Floor is { } floor && low < floor) yield return account.Kind == AccountKind.Pot ? new("time.pot.empty", "Time") : new("time.limit.floor", "Time", Hours.Plain(floor));
        if (account.Ceiling is { } ceiling && high > ceiling) yield return new("time.limit.ceiling", "Time", Hours.Plain(ceiling));
    }

    // A day has 24 hours, for whoever gave them.
    private async Task<IEnumerable<Refusal>> TooLongADay(Exchange exchange, CancellationToken stop)
    {
        if (exchange.Kind is not (TransferKind.Service or TransferKind.Group)) return [];
        if (exchange.Day > Today) return [new("time.day.future", "Day")];
        if (exchange.Day < Today.PlusYears(-1)) return [new("time.day.old", "Day")];
        var givers = exchange.Lines.GroupBy(l => l.ToId).ToDictionary(g => g.Key, g => g.Sum(l => l.Minutes));
        var ids = givers.Keys.ToList();
        var told = await db.Set<TimeTransfer>().Where(t => ids.Contains(t.ToId) && t.Day == exchange.Day && (t.Kind == TransferKind.Service || t.Kind == TransferKind.Group) && !db.Set<TimeTransfer>().Any(c => c.CorrectsId == t.Id))
            .GroupBy(t => t.ToId).Select(g => new { g.Key, Sum = g.Sum(t => t.Minutes) }).ToDictionaryAsync(g => g.Key, g => g.Sum, stop);
        return givers.Any(g => g.Value + told.GetValueOrDefault(g.Key) > TimeBank.DayMinutes) ? [new("time.day.long", "Time")] : [];
    }

    private Fact? Fact(Exchange exchange) => exchange switch
    {
        { Corrects: { FactId: { } wrong } } => TimeExchangeFacts.Exchange(exchange.Bank, 0, 0, exchange.Channel, db.Now, wrong),
        { Served: true } => TimeExchangeFacts.Exchange(exchange.Bank, exchange.Lines.SelectMany(l => (Guid[])[l.FromId, l.ToId]).Distinct().Count(), exchange.Lines.Sum(l => l.Minutes), exchange.Channel, db.Now),
        _ => null,
    };
}
