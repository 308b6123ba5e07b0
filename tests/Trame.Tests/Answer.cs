using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Trame.Tests;

/// <summary>A page that came back.</summary>
public sealed record Answer(Browser Browser, string Url, HttpStatusCode Status, string Text, IHtmlDocument Document, HttpResponseMessage Response)
{
    public static async Task<Answer> Of(Browser browser, string url, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new(browser, url, response.StatusCode, text, new HtmlParser().ParseDocument(text), response);
    }

    public string Title => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Words => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where it sends us, when it does.</summary>
    public string? Location => Response.Headers.Location?.ToString();

    public Task<Answer> Send(params (string Name, string Value)[] typed) => Browser.Send(this, null, typed);

    public Task<Answer> SendTo(string action, params (string Name, string Value)[] typed) => Browser.Send(this, action, typed);

    public Task<Answer> Follow() => Browser.Open(Location ?? throw new InvalidOperationException($"{Url} answered {(int)Status} without sending us anywhere: {Words}"));

    /// <summary>The sentence beside a question that was refused.</summary>
    public string RefusalOf(string field) => Document.QuerySelector($"[data-refusal='{field}'], #{field}-refus")?.TextContent.Trim() ?? "";

    public string ValueOf(string field) => Document.QuerySelector($"[name='{field}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };
}
