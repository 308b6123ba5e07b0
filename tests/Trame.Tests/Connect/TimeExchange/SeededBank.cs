using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Connect.TimeExchange;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Connect.TimeExchange;

/// <summary>How tests put banks, members and hours in a space: through the acts, as anyone else.</summary>
internal static class SeededBank
{
    public const string Friday = "2026-11-20";

    public static async Task<TimeBank> HasBank(this TestSpace space, string? name = null) => (await space.In(s => s.GetRequiredService<OpenBank>().Handle(new OpenBank.Opening(name ?? $"Banque {Register.Unique()}", "", "yzeure"), Register.As("coordinator"), default))).Value!;

    public static async Task<TimeAccount> HasMember(this TestSpace space, TimeBank bank, string name, string code = "", bool shown = true) =>
        (await space.In(s => s.GetRequiredService<JoinBank>().Handle(new JoinBank.Request(bank.Id, name, code, "", shown, true, Channel.Counter), Register.As("counter-agent"), default))).Value!;

    public static Task<Outcome> Pay(this TestSpace space, TimeAccount from, TimeAccount to, string time, string service = "repair", string day = Friday, Guid? key = null, bool gift = false) => space.In(s =>
        s.GetRequiredService<PayHours>().Handle(new(key ?? Guid.CreateVersion7(), from.Id, from.Code, to.Number.ToString(CultureInfo.InvariantCulture), false, gift, time, service, day, Channel.Online), Register.As("resident"), default));

    public static Task<long> Balance(this TestSpace space, TimeAccount account) => space.Read(db => db.Set<TimeAccount>().Where(a => a.Id == account.Id).Select(a => a.Balance).SingleAsync());

    public static Task<TimeAccount> Shared(this TestSpace space, TimeBank bank, AccountKind kind) => space.Read(db => db.Set<TimeAccount>().AsNoTracking().SingleAsync(a => a.BankId == bank.Id && a.Kind == kind));

    public static Task<TimeTransfer> LastTransfer(this TestSpace space, TimeBank bank) => space.Read(db => db.Set<TimeTransfer>().AsNoTracking().Where(t => t.BankId == bank.Id).OrderByDescending(t => t.Id).FirstAsync());

    /// <summary>What must hold of a bank, whatever was tried: read from the rows themselves.</summary>
    public static Task AddsUp(this TestSpace space, TimeBank bank) => space.Act(db => AddsUp(db, bank.Id));

    public static async Task AddsUp(TrameDb db, Guid bankId)
    {
        var accounts = await db.Set<TimeAccount>().AsNoTracking().Where(a => a.BankId == bankId).ToListAsync();
        var transfers = await db.Set<TimeTransfer>().AsNoTracking().Where(t => t.BankId == bankId).ToListAsync();
        var ids = accounts.Select(a => a.Id).ToList();
        var entries = await db.Set<TimeEntry>().AsNoTracking().Where(e => ids.Contains(e.AccountId)).ToListAsync();
        accounts.Sum(a => a.Balance).ShouldBe(0, "the sum of all accounts is zero");
        entries.GroupBy(e => e.TransferId).ShouldAllBe(g => g.Count() == 2 && g.Sum(e => e.Minutes) == 0);
        entries.Count.ShouldBe(2 * transfers.Count, "each transfer has its two sides, once");
        foreach (var account in accounts)
        {
            var own = entries.Where(e => e.AccountId == account.Id).OrderBy(e => e.Position).ToList();
            own.Select(e => e.Position).ShouldBe(Enumerable.Range(1, own.Count).Select(p => (long)p));
            var (balance, moves) = (0L, 0L);
            foreach (var entry in own) (balance, moves) = (balance + entry.Minutes, moves + 1);
            (account.Balance, account.Moves).ShouldBe((balance, moves), "a balance is the sum of its entries");
            if (own.Count > 0) own[^1].Balance.ShouldBe(balance);
            (account.Floor is null || account.Balance >= account.Floor).ShouldBeTrue();
            (account.Ceiling is null || account.Balance <= account.Ceiling).ShouldBeTrue();
        }
    }
}
