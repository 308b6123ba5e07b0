using System.Data.Common;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Connect.TimeExchange;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Registers.Occasions;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Connect.TimeExchange;

/// <summary>R12: hours are never lost and never rewritten; the sum is zero whatever is tried, by whomever, at the same time. The database says so itself.</summary>
public abstract class LedgerTests(TestSpace space)
{
    [Fact]
    public async Task Whatever_is_tried_at_random_the_sum_stays_zero_and_no_limit_is_passed()
    {
        var bank = await space.HasBank();
        var members = new List<TimeAccount>();
        for (var i = 0; i < 5; i++) members.Add(await space.HasMember(bank, $"M{i}"));
        const int seed = 20261120;
        var (dice, accepted) = (new Random(seed), 0);
        for (var n = 0; n < 60; n++)
        {
            var (from, to) = (members[dice.Next(5)], members[dice.Next(5)]);
            var outcome = dice.Next(6) switch
            {
                0 => await space.Pay(from, to, $"{dice.Next(1, 40)} h", gift: true),
                1 => await space.In(s => s.GetRequiredService<ShareHours>().Handle(new(Guid.CreateVersion7(), bank.Id, from.Name, string.Join(',', members.Where(m => m != from).Select(m => m.Name).Take(dice.Next(1, 5))), $"{dice.Next(1, 300)} min", "repair", Day(dice), Channel.Paper), Register.As("counter-agent"), default)),
                2 => await space.In(async s => await s.GetRequiredService<CorrectTransfer>().Handle(new((await s.GetRequiredService<TrameDb>().Set<TimeTransfer>().Where(t => t.BankId == bank.Id).OrderBy(t => t.Id).Skip(n % 7).FirstOrDefaultAsync())?.Id ?? Guid.Empty, CorrectionReason.WrongHours), Register.As("counter-agent"), default)),
                _ => await space.Pay(from, to, $"{dice.Next(1, 600)} min", day: Day(dice)),
            };
            if (outcome.Accepted) accepted++;
        }

        accepted.ShouldBeInRange(10, 59, $"seed {seed}");
        await space.AddsUp(bank);
    }

    private static string Day(Random dice) => string.Create(CultureInfo.InvariantCulture, $"2026-{dice.Next(1, 11):00}-{dice.Next(1, 28):00}");

    [Fact]
    public async Task Eight_who_write_at_once_lose_nothing_and_pass_no_limit()
    {
        var bank = await space.HasBank();
        var poor = await space.HasMember(bank, "Pauvre");
        var rich = new List<TimeAccount>();
        for (var i = 0; i < 4; i++) rich.Add(await space.HasMember(bank, $"R{i}"));
        var key = Guid.CreateVersion7();
        // Each way at once, and one form that eight hands send.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).SelectMany(hand => Enumerable.Range(0, 5).Select(async n => hand % 2 == 0
            ? await space.Pay(poor, rich[n % 4], "5 h", gift: true)
            : await space.Pay(rich[n % 4], rich[(n + hand) % 4], "10 min", gift: true))).Concat(Enumerable.Range(0, 8).Select(_ => space.Pay(rich[0], rich[1], "7 min", gift: true, key: key))));
        outcomes.Count(o => o.Accepted).ShouldBeGreaterThan(8);
        (await space.Balance(poor)).ShouldBe(120 - (4 * 300), "four gifts of five hours fit above the floor, and not a fifth");
        (await space.Read(db => db.Set<TimeTransfer>().CountAsync(t => t.ExchangeId == key))).ShouldBe(1);
        await space.AddsUp(bank);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_forget_to_rewrite_and_to_make_hours_out_of_nothing()
    {
        var bank = await space.HasBank();
        var (a, b) = (await space.HasMember(bank, "A"), await space.HasMember(bank, "B"));
        (await space.Pay(a, b, "1 h")).Accepted.ShouldBeTrue();
        await space.Act(async db =>
        {
            var (from, to, bankId) = (db.Stored(a.Id), db.Stored(b.Id), db.Stored(bank.Id));
            Task Refused(string sql, string says, params object[] values) => Should.ThrowAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql, values)).ContinueWith(t => t.Result.Message.ShouldContain(says), TaskScheduler.Default);
            await Refused("UPDATE time_transfer SET minutes = 1", "append-only");
            await Refused("DELETE FROM time_transfer", "append-only");
            await Refused("UPDATE time_entry SET minutes = 1", "append-only");
            await Refused("DELETE FROM time_entry", "append-only");
            await Refused("DELETE FROM time_account WHERE id = {0}", "append-only", from);
            await Refused("UPDATE time_account SET balance = balance + 60 WHERE id = {0}", "follows its entries", from);
            await Refused("INSERT INTO time_entry (account_id, position, transfer_id, minutes, balance) SELECT account_id, position + 1, transfer_id, 60, balance + 60 FROM time_entry WHERE account_id = {0} AND position = 2", "side of its transfer", from);
            string Insert(string minutes, string kind = "gift", string corrects = "NULL") => $"INSERT INTO time_transfer (id, bank_id, exchange_id, line, kind, service, from_id, to_id, minutes, day, at, channel, corrects_id) SELECT {{0}}, {{1}}, {{0}}, 0, '{kind}', '', {{2}}, {{3}}, {minutes}, day, at, channel, {corrects} FROM time_transfer WHERE from_id = {{2}} AND to_id = {{3}}";
            await Refused(Insert("-60"), "ck_time_transfer_minutes", db.Stored(Guid.CreateVersion7()), bankId, from, to);
            await Refused(Insert("1500", "service"), "ck_time_transfer_minutes", db.Stored(Guid.CreateVersion7()), bankId, from, to);
            await Refused(Insert("5000"), "ck_time_account_floor", db.Stored(Guid.CreateVersion7()), bankId, from, to);
            await Refused(Insert("7", "correction", "id"), "mirrors", db.Stored(Guid.CreateVersion7()), bankId, from, to);
        });
        await space.AddsUp(bank);
    }

    [Fact]
    public void Shared_hours_are_given_to_the_minute_whoever_and_however_many_they_are() => Prop.ForAll(
        (from givers in Gen.Choose(1, 12) from receivers in Gen.Choose(1, 12) from minutes in Gen.Choose(1, 480) select (givers, receivers, minutes)).ToArbitrary(), x =>
        {
            Guid[] givers = [.. Enumerable.Range(0, x.givers).Select(_ => Guid.CreateVersion7())], receivers = [.. Enumerable.Range(0, x.receivers).Select(_ => Guid.CreateVersion7())];
            var lines = ShareHours.Shares(givers, receivers, x.minutes).ToList();
            var paid = receivers.Select(r => lines.Where(l => l.FromId == r).Sum(l => l.Minutes)).ToList();
            return givers.All(g => lines.Where(l => l.ToId == g).Sum(l => l.Minutes) == x.minutes) && paid.Sum() == (long)x.minutes * x.givers && paid.Max() - paid.Min() <= 1 && lines.All(l => l.Minutes > 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_wrong_sign_or_two_that_changed_places_are_always_seen() => Prop.ForAll((from at in Gen.Choose(0, 8) from other in Gen.Choose(0, 8) from sign in Gen.Elements("ABCDEFGHJKMNPQRSTUVWXYZ23456789".ToCharArray()) select (at, other, sign)).ToArbitrary(), x =>
    {
        var number = ChequeNumber.New();
        var bare = number.Replace("-", "", StringComparison.Ordinal).ToCharArray();
        var (wrong, swapped) = ((char[])bare.Clone(), (char[])bare.Clone());
        wrong[x.at] = x.sign;
        (swapped[x.at], swapped[x.other]) = (swapped[x.other], swapped[x.at]);
        bool Seen(char[] typed) => typed.SequenceEqual(bare) || ChequeNumber.Read(new string(typed)) is null;
        return ChequeNumber.Read(number) == number && Seen(wrong) && Seen(swapped);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1 h 30", 90)]
    [InlineData("1:30", 90)]
    [InlineData("1h", 60)]
    [InlineData("1,5", 90)]
    [InlineData("0,25 h", 15)]
    [InlineData("45 min", 45)]
    [InlineData(" 2 ", 120)]
    [InlineData("2 h 5 min", 125)]
    public void Lengths_are_read_as_people_write_them(string typed, long minutes) => Hours.Read(typed).ShouldBe(minutes);
}

public sealed class LedgerOnSqlite(SqliteSpace space) : LedgerTests(space), IClassFixture<SqliteSpace>;

public sealed class LedgerOnPostgres(PostgresSpace space) : LedgerTests(space), IClassFixture<PostgresSpace>;
