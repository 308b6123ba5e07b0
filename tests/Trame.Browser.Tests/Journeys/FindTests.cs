namespace Trame.Browser.Tests.Journeys;

/// <summary>Anyone finds a place: by keyboard alone, and on the smallest phone.</summary>
public sealed class FindTests(DemoHouse house)
{
    [Fact]
    public async Task By_keyboard_alone_from_the_home_page_to_a_place()
    {
        house.Needs("/occasions");
        await using var walker = await house.Arrive();
        await walker.Open("/");
        await walker.TabTo("main [name=q]");
        await walker.Page.Keyboard.TypeAsync("jardins"); // plural: finds the singular
        await walker.Go("Enter");
        await walker.TabTo("main a[href*='/lieux/']");
        await walker.Go("Enter");
        (await walker.Heading()).ShouldContain("ardin");
    }

    [Fact]
    public async Task Without_scripts_on_the_smallest_phone()
    {
        house.Needs("/occasions");
        await using var walker = await house.Arrive(Visit.Phone with { Scripts = false });
        await walker.Open("/occasions?q=mediatheque");
        (await walker.Overflow()).ShouldBe(0);
        await walker.Follow("main a[href*='/lieux/']");
        (await walker.Overflow()).ShouldBe(0);
        (await walker.Heading()).ToLowerInvariant().ShouldContain("médiathèque");
    }
}
