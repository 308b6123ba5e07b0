using Microsoft.Playwright;
using Trame.Registers.People;

namespace Trame.Browser.Tests.Journeys;

/// <summary>Somebody without an account, a phone or JavaScript tells of a place, and reads what was answered by its code.</summary>
public sealed class ProposeTests(DemoHouse house)
{
    [Fact]
    public async Task Without_scripts_a_place_is_proposed_and_its_answer_read_by_its_code()
    {
        house.Needs("/proposer");
        string address;
        await using (var neighbour = await house.Arrive(Visit.NoScripts))
        {
            await neighbour.Open("/proposer");
            await neighbour.Follow("main a[href$='/proposer/lieux']");
            await neighbour.Page.FillAsync("[name=name]", "Le banc des tilleuls");
            await neighbour.Page.FillAsync("[name=territory]", "Yzeure");
            await neighbour.Send("main form");
            neighbour.Page.Url.ShouldEndWith("/proposer/lieux", Case.Sensitive, "what is missing brings the form back");
            (await neighbour.Page.InputValueAsync("[name=name]")).ShouldBe("Le banc des tilleuls", "nothing typed is lost");
            await neighbour.Page.FillAsync("[name=Source]", "J’habite en face");
            await neighbour.Send("main form");
            neighbour.Path.ShouldStartWith("/propositions/");
            address = neighbour.Path;
        }

        const string Answer = "Merci, nous sommes passés voir : le banc y est.";
        await using (var coordinator = await house.ArriveAs(Role.Coordinator, "Camille", Visit.NoScripts))
        {
            await coordinator.Open($"/bureau{address}");
            await coordinator.Page.FillAsync("[name=Answer]", Answer);
            await coordinator.Send("main form", "button[name=Verdict][value=some]");
            coordinator.Path.ShouldBe("/bureau/propositions");
        }

        await using var back = await house.Arrive(Visit.NoScripts);
        await back.Open(address);
        (await back.Page.Locator("main").InnerTextAsync()).ShouldContain(Answer);
        await back.Follow("main a[href*='/lieux/']", look: false);
        (await back.Heading()).ShouldBe("Le banc des tilleuls");
    }

    [Fact]
    public async Task A_refusal_takes_the_focus_and_leads_to_its_question()
    {
        house.Needs("/proposer");
        await using var walker = await house.Arrive();
        await walker.Open("/proposer/lieux");
        await walker.Send("main form");
        (await walker.Page.EvaluateAsync<string>("() => document.activeElement.className")).ShouldContain("refusals");
        await walker.TabTo(".refusals__link", most: 3);
        await walker.Press("Enter");
        (await walker.Page.EvaluateAsync<bool>("() => document.activeElement.matches('input, select, textarea')")).ShouldBeTrue();
    }
}
