using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Trame.Browser.Tests;

/// <summary>Everything a visitor reaches from the home page by links of the same house: each route once, each of its views once.</summary>
internal sealed class Crawl(DemoHouse house)
{
    private readonly List<(RoutePattern Pattern, TemplateMatcher Matcher)> _routes = [.. house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(e => e.RoutePattern).DistinctBy(p => p.RawText).OrderBy(p => p.InboundPrecedence)
        .Select(p => (p, new TemplateMatcher(new RouteTemplate(p), new RouteValueDictionary())))];

    public async Task<IReadOnlyList<CrawledPage>> Run()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new Uri(house.Address) };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr-FR");
        var pages = new List<CrawledPage>();
        var seen = new HashSet<string> { RouteOf("/") };
        var open = new Queue<(string Url, string From)>([("/", "")]);
        while (open.TryDequeue(out var next))
        {
            using var response = await http.GetAsync(next.Url);
            var isPage = response.Content.Headers.ContentType?.MediaType == "text/html";
            var page = new CrawledPage(next.Url, next.From, (int)response.StatusCode, isPage, isPage ? await response.Content.ReadAsStringAsync() : "");
            pages.Add(page);
            foreach (var link in Links(page, response).Where(l => seen.Add(RouteOf(l)))) open.Enqueue((link, next.Url));
        }

        return pages;
    }

    private IEnumerable<string> Links(CrawledPage page, HttpResponseMessage response)
    {
        var found = page.IsPage ? new HtmlParser().ParseDocument(page.Html).QuerySelectorAll("a[href], link[rel='alternate'][href]").Select(a => a.GetAttribute("href")!) : [];
        if (response.Headers.Location is { } to) found = found.Append(to.ToString());
        return from href in found
               where !href.StartsWith('#') && Uri.TryCreate(new Uri(new Uri(house.Address), page.Url), href, out var uri) && uri.GetLeftPart(UriPartial.Authority) == house.Address
               select new Uri(new Uri(new Uri(house.Address), page.Url), href).PathAndQuery;
    }

    private string RouteOf(string url)
    {
        var uri = new Uri(new Uri(house.Address), url);
        var path = uri.AbsolutePath;
        var view = System.Web.HttpUtility.ParseQueryString(uri.Query)["vue"];
        var prefix = path.StartsWith("/e/", StringComparison.Ordinal) ? path[(path.IndexOf('/', 3) is var end && end < 0 ? path.Length : end)..] : path;
        var route = _routes.FirstOrDefault(r => r.Matcher.TryMatch(prefix.Length == 0 ? "/" : prefix, [])).Pattern?.RawText ?? $"/{prefix.Split('/')[1]}/…"; // nobody answers: one of its kind is enough to say it
        return $"{route}?{view}";
    }
}
