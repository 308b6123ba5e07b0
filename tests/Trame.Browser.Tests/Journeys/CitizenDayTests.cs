using Microsoft.EntityFrameworkCore;
using Trame.Act.CitizenDays;
using Trame.Registers.People;

namespace Trame.Browser.Tests.Journeys;

/// <summary>The morning of a citizen day, with and without a network.</summary>
public sealed class CitizenDayTests(DemoHouse house)
{
    [Fact]
    public async Task A_desk_without_a_network_keeps_what_it_notes_and_sends_it_when_the_network_is_back()
    {
        var day = await house.In((_, db) => db.Set<CitizenDay>().OrderByDescending(d => d.Day).FirstAsync());
        await using var agent = await house.ArriveAs(Role.Coordinator, "Coordination");
        await agent.Open($"/journee-citoyenne/{day.Slug}/accueil");
        var before = await Came(day.Id);
        await agent.Page.Context.SetOfflineAsync(true);
        await agent.Page.Locator(".arrival button").First.ClickAsync();
        await agent.Type("Prénoms, ou combien", "Iris, Omar, Ursule");
        await agent.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Inscrire et placer" }).ClickAsync();
        await agent.Page.GetByText("2 gestes gardés").WaitForAsync();
        (await Came(day.Id)).ShouldBe(before);
        await agent.Page.Context.SetOfflineAsync(false);
        await agent.Page.GetByText("Tout est enregistré").WaitForAsync();
        (await Came(day.Id)).ShouldBeGreaterThanOrEqualTo(before + 4);
        await agent.Page.ReloadAsync();
        await agent.Settle();
        (await agent.Page.GetByText("Iris, Omar, Ursule").First.IsVisibleAsync()).ShouldBeTrue();
        (await agent.Violations()).ShouldBeEmpty();
    }

    private Task<int> Came(Guid day) => house.In(async (_, db) => (await db.Set<SignUp>().AsNoTracking().Where(s => s.DayId == day).ToListAsync()).Sum(s => s.Came));
}
