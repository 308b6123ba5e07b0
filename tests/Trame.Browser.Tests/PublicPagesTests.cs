using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace Trame.Browser.Tests;

/// <summary>Every page that a visitor can reach from the home page, looked at one after the other.</summary>
public sealed class PublicPagesTests(DemoHouse house)
{
    private const int LightPage = 100_000; // HTML, CSS and JavaScript as they travel; fonts apart
    private const int MapPage = 250_000;

    [Fact]
    public async Task Every_link_leads_somewhere_and_every_page_is_sound()
    {
        var pages = await house.Pages;
        pages.Count.ShouldBeGreaterThan(3);
        var faults = pages.Where(p => p.Status is not (200 or 302)).Select(p => $"{p} answers {p.Status}").ToList();
        foreach (var page in pages.Where(p => p is { IsPage: true, Status: 200 }))
        {
            faults.AddRange(HtmlReading.Faults(page.Html).Select(f => $"{page}: {f}"));
            var document = new HtmlParser().ParseDocument(page.Html);
            if (document.QuerySelectorAll("h1").Length != 1) faults.Add($"{page}: {document.QuerySelectorAll("h1").Length} h1");
            if (document.Title is not { Length: > 0 }) faults.Add($"{page}: no title");
            if (document.Body!.TextContent.Contains("[ui.", StringComparison.Ordinal)) faults.Add($"{page}: a text key shows itself");
        }

        faults.AddRange(pages.Where(p => p is { IsPage: true, Status: 200 }).GroupBy(p => new HtmlParser().ParseDocument(p.Html).Title).Where(g => g.Select(p => p.Url.Split('?')[0]).Distinct().Count() > 1)
            .Select(g => $"one title « {g.Key} » for {string.Join(", ", g)}"));
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_reads_well_in_a_browser()
    {
        var faults = new List<string>();
        foreach (var page in (await house.Pages).Where(p => p is { IsPage: true, Status: 200 }))
            faults.AddRange((await FaultsInBrowser(page.Url)).Select(f => $"{page}: {f}"));
        faults.ShouldBeEmpty();
    }

    private async Task<List<string>> FaultsInBrowser(string url)
    {
        await using var walker = await house.Arrive();
        var loaded = new List<IRequest>();
        walker.Page.RequestFinished += (_, request) => loaded.Add(request);
        await walker.Page.GotoAsync(url);
        await walker.Settle();
        List<string> faults = [.. walker.Complaints, .. (await walker.Violations()).Select(v => $"axe: {v}")];
        faults.AddRange(loaded.Where(r => !r.Url.StartsWith(house.Address, StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal)).Select(r => $"asks another site: {r.Url}"));
        var weight = 0;
        foreach (var request in loaded.Where(r => r.ResourceType is "document" or "stylesheet" or "script")) weight += (await request.SizesAsync()).ResponseBodySize;
        var limit = loaded.Any(r => r.Url.Contains("leaflet", StringComparison.Ordinal)) ? MapPage : LightPage;
        if (weight > limit) faults.Add($"weighs {weight:N0} bytes, more than {limit:N0}");

        await walker.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        faults.AddRange((await walker.Violations("color-contrast")).Select(v => $"dark: {v}"));
        await walker.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await walker.Page.SetViewportSizeAsync(320, 640);
        if (await walker.Overflow() is > 0 and var over) faults.Add($"scrolls sideways by {over} px at 320 px");
        faults.AddRange((await walker.Violations("target-size")).Select(v => $"320 px: {v}"));
        return faults;
    }
}
