using Microsoft.EntityFrameworkCore;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Registers.Places;

namespace Trame.Browser.Tests.Journeys;

/// <summary>Journey 1 of the screens: at the counter, by keyboard, an agent finds the shared kitchen for a neighbour of 78 without a phone. Signing up and the printed slip come with their rooms.</summary>
public sealed class CounterTests(DemoHouse house)
{
    [Fact]
    public async Task An_agent_finds_a_place_without_touching_the_mouse()
    {
        house.Needs("/bureau");
        house.Needs("/occasions");
        await using var agent = await house.ArriveAs(Role.CounterAgent, "Sacha");
        await agent.Open("/bureau");
        await agent.Page.Keyboard.PressAsync("/");
        (await agent.Page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe("q");
        await agent.Page.Keyboard.TypeAsync("cuisine");
        await agent.Go("Enter");
        agent.Path.ShouldContain("q=cuisine");
        await agent.TabTo("main a[href*='/lieux/'], main a[href*='/moments/'], main a[href*='/projets/']");
        await agent.Go("Enter");
        (await agent.Heading()).ShouldContain("uisine");
    }

    [Fact]
    public async Task An_agent_types_a_paper_sheet_and_it_counts_the_same()
    {
        house.Needs("/bureau");
        house.Needs("/occasions");
        await using var agent = await house.ArriveAs(Role.CounterAgent, "Sacha");
        await agent.Open("/bureau");
        await agent.Page.Keyboard.PressAsync("n");
        await agent.Page.WaitForURLAsync("**/bureau/ajouter**");
        await agent.Follow("main a[href$='/ajouter/lieux']");
        await agent.Page.FillAsync("[name=name]", "La remise aux outils");
        await agent.Page.FillAsync("[name=territory]", "Avermes");
        await agent.Page.FillAsync("[name=Source]", "Feuille déposée à l’accueil");
        await agent.Page.SelectOptionAsync("[name=Channel]", "paper");
        await agent.Send("main form");
        var made = await house.In((_, db) => db.Set<Place>().AsNoTracking().SingleAsync(p => p.Name == "La remise aux outils"));
        made.Status.ShouldBe(OccasionStatus.Open);
        var fact = await house.In((_, db) => db.Set<Trame.Foundation.Facts.Fact>().AsNoTracking().SingleAsync(f => f.SubjectId == made.Id));
        fact.Channel.ShouldBe(Trame.Foundation.Facts.Channel.Paper);
    }
}
