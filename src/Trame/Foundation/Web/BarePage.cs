using System.Net;
using Trame.Foundation.Ui;

namespace Trame.Foundation.Web;

/// <summary>A page for when no space can lend its name, its menu and its help: nothing but a sentence, and what to do.</summary>
internal static class BarePage
{
    /// <param name="body">HTML, already encoded.</param>
    /// <param name="head">More of the head, already encoded.</param>
    public static Task Write(HttpContext context, int status, string title, string body, string head = "")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html><html lang="{Texts.Language}"><head><meta charset="utf-8">{head}<meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)} · Trame</title>
            <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/base.css"><link rel="stylesheet" href="/css/layout.css"><link rel="stylesheet" href="/css/components.css"></head>
            <body><main class="site-main"><div class="wrap"><div class="state state--page"><h1>{Text(title)}</h1>{body}</div></div></main></body></html>
            """, context.RequestAborted);
    }

    public static string Text(string words) => WebUtility.HtmlEncode(words);
}
