using Microsoft.Playwright;
using Trame.Registers.People;

namespace Trame.Browser.Tests.Journeys;

/// <summary>A residents' collective proposes a project; a neighbour promises hands on a phone without an account; the two sides of a contract sign on paper; the project stops and says what it taught.</summary>
public sealed class ProjectTests(DemoHouse house)
{
    [Fact]
    public async Task From_a_promise_on_a_phone_to_what_was_learned_without_scripts()
    {
        house.Needs("/faire");
        string promise;
        await using (var neighbour = await house.Arrive(new Visit { Scripts = false, Width = 320 }))
        {
            await neighbour.Open("/faire");
            (await neighbour.Heading()).ShouldStartWith("Qu’est-ce qui se prépare");
            await neighbour.Follow("#manque a[href$='/projets/rallumer-le-four-a-pain-d-avermes']");
            await neighbour.Follow("#besoins a[href$='/participer']");
            await neighbour.Page.Locator("main .choice__input").First.CheckAsync();
            await neighbour.Page.FillAsync("[name=Quantity]", "zéro");
            await neighbour.Send("main form");
            (await neighbour.Page.Locator("#Quantity-refus").InnerTextAsync()).ShouldContain("plus grand que zéro");
            await neighbour.Page.FillAsync("[name=Quantity]", "2");
            await neighbour.Page.FillAsync("[name=Name]", "Nour");
            await neighbour.Send("main form");
            promise = neighbour.Path;
            promise.ShouldStartWith("/engagements/");
        }

        await using (var team = await house.ArriveAs(Role.Coordinator, "Camille", new Visit { Scripts = false }))
        {
            await team.Open("/projets/rallumer-le-four-a-pain-d-avermes/equipe");
            (await team.Page.Locator("#promesses").InnerTextAsync()).ShouldContain("Nour");
            await team.Open("/projets/une-grainotheque-a-yzeure/avancement");
            await team.Page.CheckAsync("#step-stopped");
            await team.Page.FillAsync("[name=Reason]", "L’armoire n’a pas trouvé sa place");
            await team.Send("main form");
            (await team.Page.Locator("#Learned-refus").InnerTextAsync()).ShouldContain("appris");
            await team.Page.FillAsync("[name=Learned]", "Demander la place avant de construire");
            await team.Send("main form");
            (await team.Page.Locator("#appris").InnerTextAsync()).ShouldContain("Demander la place");
        }

        await using var back = await house.Arrive(new Visit { Scripts = false, Width = 320 });
        await back.Open(promise);
        await back.Send("main form");
        (await back.Heading()).ShouldBe("Votre promesse est reprise");
    }

    [Fact]
    public async Task Two_sides_are_read_on_one_page_and_an_amendment_signed_on_paper_comes_into_force()
    {
        house.Needs("/contrats");
        await using var agent = await house.ArriveAs(Role.CounterAgent, "Sacha");
        await agent.Open("/contrats");
        await agent.Follow("main a[href$='/contrats/le-composteur-saison-deux']");
        (await agent.Page.Locator(".sides .side").CountAsync()).ShouldBe(2);
        await agent.Open("/contrats/le-composteur-saison-deux/feuille");
        var print = (await agent.Page.Locator(".fingerprint strong").InnerTextAsync()).Trim();
        await agent.Open("/contrats/le-composteur-saison-deux");
        await agent.Page.SelectOptionAsync("[name=SignSide]", "second");
        await agent.Page.FillAsync("[name=SignedAs]", "responsable de l’agence");
        await agent.Page.FillAsync("[name=Hash]", print);
        await agent.Page.FillAsync("[name=KeptAt]", "loge du gardien");
        await agent.Send("#signer");
        (await agent.Page.Locator("main").InnerTextAsync()).ShouldContain("Un troisième bac");
        (await agent.Page.Locator(".tags").First.InnerTextAsync()).ShouldContain("Version 2");
        await agent.Open("/contrats/le-composteur-saison-deux/ecrire");
    }
}
