using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Trame.Registers.People;

namespace Trame.Browser.Tests.Journeys;

/// <summary>Someone adds the key of their device, leaves, comes back with it, and takes it away. The device is the one Chromium pretends to have.</summary>
public sealed class PasskeyTests(DemoHouse house)
{
    [Fact]
    public async Task A_device_comes_in_without_a_password_and_no_more_once_its_key_is_taken_away()
    {
        const string name = "Dominique à la clé";
        // A passkey belongs to a name: browsers refuse it on an address made of numbers.
        var named = new UriBuilder(house.Address) { Host = "localhost" }.Uri.ToString().TrimEnd('/');
        await using var walker = await house.ArriveAs(Role.CounterAgent, name, at: named);
        await HasDevice(walker);

        await walker.Open("/moi/entrees");
        await walker.Page.Locator("section[data-ask=create] button").ClickAsync();
        await walker.Page.GetByText("La clé de cet appareil est ajoutée.").WaitForAsync();
        await walker.Look();

        await walker.Page.Context.ClearCookiesAsync();
        await walker.Open("/entrer?retour=/moi");
        await walker.Page.Locator("section[data-ask=get] button").ClickAsync();
        await walker.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/moi");
        await walker.Settle();
        (await walker.Page.Locator("main").InnerTextAsync()).ShouldContain(name);
        await walker.Look();

        await walker.Open("/moi/entrees");
        await walker.Page.Locator("form[action*='handler=Revoke'] button").ClickAsync();
        await walker.Page.GetByText("Cette façon d’entrer est fermée").WaitForAsync();
        await walker.Look();

        await walker.Page.Context.ClearCookiesAsync();
        await walker.Open("/entrer");
        await walker.Page.Locator("section[data-ask=get] button").ClickAsync();
        await walker.Page.Locator("[role=alert]").WaitForAsync();
        walker.Path.ShouldStartWith("/entrer");
        await walker.Look();

        var told = await house.In((_, db) => db.Set<SecurityEvent>().Where(e => db.Set<Person>().Any(p => p.Id == e.PersonId && p.DisplayName == name)).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Kind).ToListAsync());
        told.ShouldBe(["way-added", "signed-in", "way-revoked", "other-sessions-ended"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_device_that_holds_no_key_is_told_and_nothing_is_sent()
    {
        var named = new UriBuilder(house.Address) { Host = "localhost" }.Uri.ToString().TrimEnd('/');
        await using var walker = await house.ArriveAs(Role.CounterAgent, "Sasha sans clé", at: named);
        await HasDevice(walker);
        await walker.Open("/entrer");
        await walker.Page.Locator("section[data-ask=get] button").ClickAsync();
        await walker.Page.Locator("section[data-ask=get] [role=status]:not(:empty)").WaitForAsync();
        walker.Path.ShouldBe("/entrer");
    }

    private static async Task HasDevice(Walker walker)
    {
        var devtools = await walker.Page.Context.NewCDPSessionAsync(walker.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
