namespace Trame.Browser.Tests.Journeys;

/// <summary>The map of what is found: every mark takes a finger, at every zoom, and leads to a page.</summary>
public sealed class MapTests(DemoHouse house)
{
    // The nearest of all marks to another, and the smallest of all: as sides of squares, in pixels.
    private const string Room = """
        () => {
          const marks = [...document.querySelectorAll('.mark')].map(m => m.getBoundingClientRect())
          const apart = (a, b) => Math.max(Math.abs(a.x + a.width / 2 - b.x - b.width / 2), Math.abs(a.y + a.height / 2 - b.y - b.height / 2))
          return [marks.length, Math.min(...marks.flatMap((a, i) => marks.slice(i + 1).map(b => apart(a, b))), 999), Math.min(...marks.map(m => Math.min(m.width, m.height)), 999)]
        }
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task No_two_marks_touch_at_any_zoom(int width)
    {
        await using var walker = await house.Arrive(new Visit(Width: width));
        await walker.Open("/occasions?vue=carte");
        foreach (var step in (string[])["", "Agrandir la carte", "Agrandir la carte", "Réduire la carte", "Réduire la carte", "Réduire la carte"])
        {
            if (step.Length > 0) await walker.Choose(Microsoft.Playwright.AriaRole.Button, step);
            await walker.Page.Locator(".mark").First.WaitForAsync();
            var room = await walker.Page.EvaluateAsync<double[]>(Room);
            room[0].ShouldBeGreaterThan(0, step);
            room[1].ShouldBeGreaterThanOrEqualTo(44, step);
            room[2].ShouldBeGreaterThanOrEqualTo(44, step);
        }
    }

    [Fact]
    public async Task By_keyboard_from_a_mark_to_the_page_of_what_it_holds()
    {
        await using var walker = await house.Arrive(new Visit(Width: 360));
        await walker.Open("/occasions?vue=carte");
        for (var zoom = 0; zoom < 12 && await walker.Page.Locator(".map-bar__here a").CountAsync() == 0; zoom++)
        {
            await walker.Page.Locator(".mark").First.FocusAsync();
            await walker.Press("Enter");
        }

        (await walker.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.map-bar__here a')")).ShouldBeTrue("the keyboard is not led to what the mark holds");
        var name = await walker.Page.EvaluateAsync<string>("() => document.activeElement.textContent");
        await walker.Go("Enter");
        (await walker.Heading()).ShouldBe(name);
    }

    [Fact]
    public async Task By_keyboard_a_point_is_chosen_on_the_map_of_a_form()
    {
        await using var walker = await house.Arrive(new Visit(Width: 360));
        await walker.Open("/proposer/lieux");
        await walker.Page.Locator("details:has(#latitude) summary").ClickAsync();
        await walker.Choose(Microsoft.Playwright.AriaRole.Button, "Choisir le point sur la carte");
        await walker.Page.WaitForFunctionAsync("() => document.activeElement.matches('.island-map--aimed')"); // the keyboard is led to the map, once it is drawn
        await walker.Press("ArrowRight");
        await walker.Press("Enter");
        (await Number(walker, "#latitude")).ShouldBeInRange(46, 47);
        var east = await Number(walker, "#longitude");
        east.ShouldBeInRange(2.5, 4.5);
        (await walker.Page.Locator(".map-bar__here").InnerTextAsync()).ShouldContain("Point choisi");
        walker.Path.ShouldBe("/proposer/lieux"); // the form was not sent
        await walker.Page.Locator(".island-map").ClickAsync(new() { Position = new() { X = 20, Y = 100 } });
        (await Number(walker, "#longitude")).ShouldBeLessThan(east);
        await walker.Page.FillAsync("#latitude", "46,6");
        (await walker.Page.Locator(".map-bar__here").InnerTextAsync()).ShouldContain("46.60000");
        await walker.Look();
    }

    [Fact]
    public async Task A_point_of_the_map_is_searched_around_and_without_scripts_its_numbers_are_typed()
    {
        await using (var walker = await house.Arrive())
        {
            await walker.Open("/occasions");
            await walker.Page.Locator("details:has(#point) summary").First.ClickAsync();
            await walker.Choose(Microsoft.Playwright.AriaRole.Button, "Choisir le point sur la carte");
            await walker.Page.Locator(".island-map").ClickAsync();
            await walker.Page.WaitForURLAsync(url => url.Contains("pres=", StringComparison.Ordinal));
            await walker.Settle();
            await walker.Look();
            (await walker.Page.InputValueAsync("#point")).ShouldStartWith("46.");
        }

        await using var plain = await house.Arrive(Visit.NoScripts);
        await plain.Open("/occasions?pres=" + Uri.EscapeDataString("46,5661 ; 3,3544"));
        (await plain.Page.InputValueAsync("#point")).ShouldBe("46.5661,3.3544");
        (await plain.Page.Locator(".point-picker").IsVisibleAsync()).ShouldBeFalse();
    }

    private static async Task<double> Number(Walker walker, string field) => double.Parse(await walker.Page.InputValueAsync(field), System.Globalization.CultureInfo.InvariantCulture);
}
