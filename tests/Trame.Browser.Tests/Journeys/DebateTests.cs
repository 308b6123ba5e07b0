using Microsoft.Playwright;
using Trame.Registers.People;

namespace Trame.Browser.Tests.Journeys;

/// <summary>An evening of moving debate: a phone without scripts takes a place, the wall shows it without being touched, whoever holds the evening writes an argument, and the phone says that it moved it.</summary>
public sealed class DebateTests(DemoHouse house)
{
    private const string Debate = "/debats/ou-placer-le-composteur-du-quartier-champmilan";

    [Fact]
    public async Task A_phone_without_scripts_moves_and_the_wall_follows()
    {
        house.Needs("/debats");
        await using var wall = await house.Arrive();
        await wall.Open($"{Debate}/mur");
        var people = int.Parse(await wall.Page.Locator("[data-room=people]").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await using (var phone = await house.Arrive(new Visit { Scripts = false, Width = 320 }))
        {
            await phone.Open("/debats");
            await phone.Follow($"main a[href$='{Debate}']");
            await phone.Follow("main .door[href$='/salle']");
            await phone.Page.ClickAsync(".zone--0");
            await Assertions.Expect(phone.Page.Locator(".zone[aria-pressed=true]")).ToHaveTextAsync("Pas du tout d’accord");
            await Assertions.Expect(wall.Page.Locator("[data-room=people]")).ToHaveTextAsync($"{people + 1}");
            await using (var host = await house.ArriveAs(Role.Coordinator, "Sacha"))
            {
                await host.Open($"{Debate}/animer");
                await host.Page.FillAsync("[name=Argument]", "Le camion passe déjà au parc le mardi");
                await host.Page.ClickAsync("#argue button");
                await Assertions.Expect(wall.Page.Locator(".heard").First).ToContainTextAsync("Le camion passe déjà");
            }

            await phone.Open($"{Debate}/salle");
            await phone.Page.SelectOptionAsync("[name=Cause]", new SelectOptionValue { Label = "Le camion passe déjà au parc le mardi" });
            await phone.Page.ClickAsync(".zone--1");
        }

        await Assertions.Expect(wall.Page.Locator(".heard__one", new() { HasText = "Le camion passe déjà" }).Locator("[data-room-cause]")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task Somebody_votes_by_keyboard_and_reads_what_unites()
    {
        house.Needs("/debats");
        await using var neighbour = await house.Arrive(new Visit { Width = 360 });
        await neighbour.Open($"{Debate}/avis");
        var first = await neighbour.Page.Locator(".vote__statement").InnerTextAsync();
        await neighbour.Page.FocusAsync(".vote button >> nth=0");
        await neighbour.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(neighbour.Page.Locator(".vote__statement")).Not.ToHaveTextAsync(first);
        await neighbour.Open($"{Debate}/avis/resultats");
        (await neighbour.Page.Locator("#unit").InnerTextAsync()).ShouldContain("Groupe A");
    }
}
