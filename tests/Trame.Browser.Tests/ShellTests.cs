using Microsoft.Playwright;

namespace Trame.Browser.Tests;

/// <summary>What surrounds every page: keyboard, language, network, themes, paper.</summary>
public sealed class ShellTests(DemoHouse house)
{
    [Fact]
    public async Task The_first_tab_offers_to_go_straight_to_the_content()
    {
        await using var walker = await house.Arrive();
        await walker.Open("/");
        await walker.TabTo(".skip", most: 1);
        await walker.Press("Enter");
        (await walker.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("contenu");
    }

    [Fact]
    public async Task The_language_changes_without_an_account_and_stays()
    {
        house.Needs("/langue/");
        await using var walker = await house.Arrive(Visit.NoScripts);
        await walker.Open("/");
        (await walker.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("fr");
        await walker.Page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await walker.Settle();
        (await walker.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        await walker.Open("/observatoire");
        (await walker.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        (await walker.Page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "Français" }).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_network_is_said_and_its_return_too()
    {
        await using var walker = await house.Arrive();
        await walker.Open("/");
        var banner = walker.Page.Locator("[data-island=offline]");
        (await banner.IsVisibleAsync()).ShouldBeFalse();
        await walker.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(banner).ToBeVisibleAsync();
        await walker.Look();
        await walker.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(banner).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/style")]
    public async Task Forced_colours_keep_every_control_visible(string path)
    {
        await using var walker = await house.Arrive(new Visit(ForcedColours: true));
        await walker.Open(path);
        await walker.TabTo("main a, main button, main input, main summary");
    }

    [Fact]
    public async Task On_paper_the_page_keeps_its_words_and_loses_its_controls()
    {
        await using var walker = await house.Arrive();
        await walker.Open("/");
        await walker.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await walker.Page.Locator("h1").IsVisibleAsync()).ShouldBeTrue();
        (await walker.Page.Locator(".site-menu").IsVisibleAsync()).ShouldBeFalse();
        (await walker.Page.Locator(".help-call").IsVisibleAsync()).ShouldBeTrue("the number to call is what paper is for");
        (await walker.Violations("color-contrast")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_does_not_exist_says_so_and_leads_on()
    {
        house.Needs("/etat/");
        await using var walker = await house.Arrive();
        await walker.Open("/nulle-part", 404);
        (await walker.Page.Locator("main a").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task At_320_pixels_the_menu_opens_by_keyboard_and_fits()
    {
        await using var walker = await house.Arrive(Visit.Phone);
        await walker.Open("/");
        await walker.TabTo(".site-menu > summary");
        await walker.Press("Enter");
        (await walker.Page.Locator(".nav__link").First.IsVisibleAsync()).ShouldBeTrue();
        (await walker.Overflow()).ShouldBe(0);
        await walker.TabTo(".nav__link");
    }
}
