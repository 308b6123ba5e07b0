using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Trame.Browser.Tests;

/// <summary>What a page says that HTML does not allow: every error of the parser of the standard, then what a parser lets through.</summary>
internal static class HtmlReading
{
    private const string Interactive = "a[href], button, input:not([type='hidden']), select, textarea, summary, details";

    private static readonly string[] References = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-activedescendant", "list", "headers", "form"];

    public static IReadOnlyList<string> Faults(string html)
    {
        var faults = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, raised) =>
        {
            if (raised is AngleSharp.Html.Dom.Events.HtmlErrorEvent error) faults.Add($"line {error.Position.Line}: {error.Message}");
        };
        var document = parser.ParseDocument(html);
        faults.AddRange(document.All.Where(e => e.Id is not null).GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"the id « {g.Key} » is borne by {g.Count()} elements"));
        faults.AddRange(document.All.Where(e => e.Id is { } id && (id.Length == 0 || id.Any(char.IsWhiteSpace))).Select(e => $"an id that is empty or holds a space: {Opening(e)}"));
        foreach (var name in References)
            foreach (var element in document.QuerySelectorAll($"[{name}]"))
                faults.AddRange(element.GetAttribute(name)!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(id => document.GetElementById(id) is null).Select(id => $"{name} names « {id} », which is not there: {Opening(element)}"));
        faults.AddRange(document.QuerySelectorAll("a[href] a, a[href] button, button button, label label, form form, a[href] input, a[href] select").Select(e => $"one control inside another: {Opening(e)}"));
        faults.AddRange(document.QuerySelectorAll("button, a[href], summary").SelectMany(e => e.QuerySelectorAll("div, p, ul, ol, table, section, form").Where(inner => e is not IHtmlAnchorElement)).Select(e => $"a block inside a control: {Opening(e)}"));
        faults.AddRange(document.QuerySelectorAll("ul > :not(li, script, template), ol > :not(li, script, template), dl > :not(dt, dd, div, script, template), tr > :not(td, th, script, template), select > :not(option, optgroup, hr)").Select(e => $"not a child of {e.ParentElement!.LocalName}: {Opening(e)}"));
        faults.AddRange(document.QuerySelectorAll("span div, span p, span ul, h1 div, h2 div, h3 div, h1 p, h2 p, h3 p, p div").Where(e => e.NamespaceUri == document.Body!.NamespaceUri).Select(e => $"a block inside words: {Opening(e)}"));
        faults.AddRange(document.QuerySelectorAll("img:not([alt]), iframe:not([title]), [align], [bgcolor], center, font, marquee, table[border]").Select(e => $"missing or obsolete: {Opening(e)}"));
        faults.AddRange(document.QuerySelectorAll("input[type='radio']:not([name]), [tabindex]:not([tabindex='0']):not([tabindex='-1'])").Select(Opening));
        faults.AddRange(document.QuerySelectorAll("label").Where(l => l.QuerySelectorAll(Interactive).Length > 1).Select(l => $"a label around several controls: {Opening(l)}"));
        if (document.Doctype is null) faults.Add("no doctype");
        if (document.DocumentElement.GetAttribute("lang") is null or "") faults.Add("no language");
        return faults;
    }

    private static string Opening(IElement element) => element.OuterHtml is var html && html.Length > 120 ? html[..120] : html;
}
