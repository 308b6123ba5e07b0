using Microsoft.Playwright;
using Trame.Registers.People;

namespace Trame.Browser.Tests.Journeys;

/// <summary>A neighbour of 78 asks at a phone's width without scripts; the coordinator opens an idea, reads why, and asks the first person; the neighbour erases everything.</summary>
public sealed class RelierTests(DemoHouse house)
{
    [Fact]
    public async Task From_a_request_to_somebody_who_is_asked_and_back_to_nothing_kept()
    {
        house.Needs("/relier");
        string carnet;
        await using (var neighbour = await house.Arrive(new Visit { Scripts = false, Width = 320 }))
        {
            await neighbour.Open("/relier");
            (await neighbour.Heading()).ShouldStartWith("Qui pourrait aider qui, ici");
            await neighbour.Follow("main a[href$='/relier/demander']");
            await neighbour.Send("main form");
            (await neighbour.Page.Locator("#Kind-refus").InnerTextAsync()).ShouldContain("Choisissez une sorte");
            await neighbour.Page.SelectOptionAsync("[name=Kind]", "company");
            await neighbour.Page.SelectOptionAsync("[name=Commune]", "yzeure");
            await neighbour.Page.CheckAsync("#slot-4");
            await neighbour.Page.CheckAsync("[name=Consent]");
            await neighbour.Send("main form");
            carnet = neighbour.Path;
            carnet.ShouldStartWith("/relier/carnet/");
        }

        await using (var coordinator = await house.ArriveAs(Role.Coordinator, "Camille"))
        {
            await coordinator.Open("/opportunites");
            await coordinator.Follow("#idees article a");
            var idea = coordinator.Path;
            await coordinator.Open($"{idea}/pourquoi");
            await coordinator.Open($"{idea}/proposer");
            await coordinator.Send("main li.card form");
            (await coordinator.Page.Locator("main").InnerTextAsync()).ShouldContain("demandé");
            await coordinator.Open($"{idea}/suite");
            await coordinator.Open("/relier/demandes");
            await coordinator.Open("/relier/offres");
            await coordinator.Open("/opportunites/reglages");
        }

        await using var back = await house.Arrive(new Visit { Scripts = false, Width = 320 });
        await back.Open(carnet);
        await back.Send("main form[action*='Withdraw']");
        await back.Open(carnet, 404);
    }
}
