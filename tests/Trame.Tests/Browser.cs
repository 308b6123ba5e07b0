using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Trame.Tests;

/// <summary>What a person without JavaScript has: links, forms, cookies.</summary>
public sealed class Browser
{
    private readonly HttpClient _http;

    public Browser(string address, string? cookie = null, string? value = null)
    {
        var cookies = new CookieContainer();
        if (cookie is not null) cookies.Add(new Uri(address), new Cookie(cookie, value));
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Http => _http;

    public async Task<Answer> Open(string url) => await Answer.Of(this, url, await _http.GetAsync(url));

    /// <summary>Sends the first form of a page (or the one whose action ends so), with what it already holds and what is typed.</summary>
    public async Task<Answer> Send(Answer page, string? action, params (string Name, string Value)[] typed)
    {
        var form = page.Document.Forms.FirstOrDefault(f => f.Method == "post" && (action is null || new Uri(f.Action, UriKind.RelativeOrAbsolute).ToString().EndsWith(action, StringComparison.Ordinal)))
            ?? throw new InvalidOperationException($"No form to send on {page.Url} ({page.Status} {page.Location}).");
        var values = Fields(form).Where(f => typed.All(t => t.Name != f.Key)).Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        var target = form.GetAttribute("action") is { Length: > 0 } to ? to : page.Url;
        return await Answer.Of(this, target, await _http.PostAsync(target, new FormUrlEncodedContent(values)));
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            if (element is IHtmlInputElement { Name: { Length: > 0 } name } input && input.Type is not ("submit" or "file") && (input.Type is not ("checkbox" or "radio") || input.IsChecked))
                yield return new(name, input.Value);
            if (element is IHtmlTextAreaElement { Name: { Length: > 0 } area } text) yield return new(area, text.Value);
            if (element is IHtmlSelectElement { Name: { Length: > 0 } list } select)
                foreach (var option in select.Options.Where(o => o.IsSelected)) yield return new(list, option.Value);
        }
    }
}
