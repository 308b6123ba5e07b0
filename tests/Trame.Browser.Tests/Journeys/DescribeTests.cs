using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Registers.Places;

namespace Trame.Browser.Tests.Journeys;

/// <summary>A coordinator corrects a place; two of them at once both see what the other wrote.</summary>
public sealed class DescribeTests(DemoHouse house)
{
    [Fact]
    public async Task A_coordinator_corrects_opening_hours()
    {
        house.Needs("/{slug}/decrire");
        var slug = await APlace(0);
        await using var camille = await house.ArriveAs(Role.Coordinator, "Camille");
        await camille.Open($"/lieux/{slug}/decrire");
        await camille.Page.Locator("details:has([name=hours])").EvaluateAsync("d => { d.open = true }");
        await camille.Page.FillAsync("textarea[name=hours]", "Mo-Fr 07:15-18:45");
        await camille.Page.FillAsync("[name=Source]", "Affiche sur la porte");
        await camille.Send("main form");
        camille.Path.ShouldBe($"/lieux/{slug}");
        (await Hours(slug)).ShouldBe("Mo-Fr 07:15-18:45");
    }

    [Fact]
    public async Task Two_coordinators_at_once_lose_nothing()
    {
        house.Needs("/{slug}/decrire");
        var slug = await APlace(1);
        await using var camille = await house.ArriveAs(Role.Coordinator, "Camille");
        await using var dominique = await house.ArriveAs(Role.Coordinator, "Dominique");
        foreach (var walker in (Walker[])[camille, dominique]) await walker.Open($"/lieux/{slug}/decrire");
        await Say(camille, "Un four à pain est prêté le samedi.");
        camille.Path.ShouldBe($"/lieux/{slug}");
        await Say(dominique, "On y joue aux cartes le jeudi.");
        var page = await dominique.Page.Locator("main").InnerTextAsync();
        page.ShouldContain("Un four à pain est prêté le samedi.");
        page.ShouldContain("On y joue aux cartes le jeudi.");
        page.ShouldContain("Camille");
        await dominique.Send("main form");
        dominique.Path.ShouldBe($"/lieux/{slug}");
        (await house.In((_, db) => db.Set<Place>().AsNoTracking().SingleAsync(p => p.Slug == slug))).Summary.ShouldBe("On y joue aux cartes le jeudi.");
    }

    private static async Task Say(Walker walker, string summary)
    {
        await walker.Page.FillAsync("[name=summary]", summary);
        await walker.Page.FillAsync("[name=Source]", "La coordination");
        await walker.Send("main form");
    }

    private Task<string> APlace(int nth) => house.In((_, db) => db.Set<Place>().AsNoTracking().Where(p => p.Status == OccasionStatus.Open && p.Hours != "").OrderBy(p => p.Slug).Skip(nth).Select(p => p.Slug).FirstAsync());

    private Task<string> Hours(string slug) => house.In((_, db) => db.Set<Place>().AsNoTracking().Where(p => p.Slug == slug).Select(p => p.Hours).SingleAsync());
}
