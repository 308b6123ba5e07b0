using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Connect.TimeExchange;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Tests.Connect.TimeExchange;

namespace Trame.Tests.Serve;

// Hours: killed at any point of a transfer, nothing is lost and nothing doubled (R12).
public abstract partial class LostWritesTests
{
    private sealed record Intent(Guid Key, TimeAccount From, TimeAccount To);

    [Fact]
    public async Task Eight_who_give_hours_when_the_process_is_killed_find_each_gift_once()
    {
        await using var house = House();
        var (bank, members) = await HasBank(house);
        var (meant, acknowledged) = (new ConcurrentDictionary<Guid, Intent>(), new ConcurrentBag<Guid>());
        await using (var trame = TrameProcess.Start(_folder))
        {
            await trame.Ready();
            var giving = members.Select((from, i) => Give(trame, from, members[(i + 1) % members.Count], meant, acknowledged)).ToList();
            while (acknowledged.Count < 24 && !giving.All(g => g.IsCompleted)) await Task.Delay(5, TestContext.Current.CancellationToken);
            await trame.Kill();
            await Task.WhenAll(giving);
        }

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(24);
        var written = await In(house, db => db.Set<TimeTransfer>().Where(t => t.Kind == TransferKind.Gift).Select(t => t.ExchangeId).ToListAsync());
        acknowledged.Except(written).ShouldBeEmpty("what was acknowledged is there");
        written.Except(meant.Keys).ShouldBeEmpty();
        await In(house, async db => { await SeededBank.AddsUp(db, bank.Id); return true; });

        // Whoever got no answer sends the same form again.
        foreach (var intent in meant.Values) (await Act(house, s => s.GetRequiredService<PayHours>().Handle(Request(intent), Actor.Anyone, default))).Refusals.ShouldBeEmpty();
        var after = await In(house, db => db.Set<TimeTransfer>().Where(t => t.Kind == TransferKind.Gift).Select(t => t.ExchangeId).ToListAsync());
        after.Order().ShouldBe(meant.Keys.Order(), "each once, not one more");
        await In(house, async db => { await SeededBank.AddsUp(db, bank.Id); return true; });
    }

    private static PayHours.Request Request(Intent intent) => new(intent.Key, intent.From.Id, intent.From.Code, intent.To.Number.ToString(CultureInfo.InvariantCulture), false, true, "1 min", "", "", Channel.Online);

    private static async Task Give(TrameProcess trame, TimeAccount from, TimeAccount to, ConcurrentDictionary<Guid, Intent> meant, ConcurrentBag<Guid> acknowledged)
    {
        var browser = await trame.Browse();
        try
        {
            for (var n = 0; n < 40; n++)
            {
                var page = await browser.Open($"/temps/compte/{from.Code}");
                var key = Guid.Parse(page.ValueOf("Key"));
                meant[key] = new(key, from, to);
                (await page.SendTo("handler=Pay", ("To", to.Number.ToString(CultureInfo.InvariantCulture)), ("Time", "1 min"), ("Gift", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
                acknowledged.Add(key);
            }
        }
        catch (HttpRequestException)
        {
            // killed
        }
    }

    // As an office would have left it, before the server starts.
    private async Task<(TimeBank Bank, List<TimeAccount> Members)> HasBank(ServiceProvider house)
    {
        var office = Actor.Machine;
        var bank = (await Act(house, s => s.GetRequiredService<OpenBank>().Handle(new OpenBank.Opening("SEL", "", "yzeure"), office, default))).Value!;
        var members = new List<TimeAccount>();
        for (var i = 0; i < 8; i++) members.Add((await Act(house, s => s.GetRequiredService<JoinBank>().Handle(new JoinBank.Request(bank.Id, $"Main {i}", "", "", true, true, Channel.Counter), office, default))).Value!);
        SqliteConnection.ClearAllPools();
        return (bank, members);
    }

    private static async Task<T> Act<T>(ServiceProvider house, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = house.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, house.GetRequiredService<SpaceDirectory>().Find("essai")!, Actor.Machine, default);
        return await act(scope.ServiceProvider);
    }
}
