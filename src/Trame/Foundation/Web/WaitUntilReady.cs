using Trame.Foundation.Ui;

namespace Trame.Foundation.Web;

/// <summary>While Trame prepares itself, every page says so and comes back by itself.</summary>
internal sealed class WaitUntilReady(RequestDelegate next, Readiness readiness)
{
    public async Task Invoke(HttpContext context)
    {
        if (readiness.IsReady)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "2";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($"""
            <!doctype html><html lang="{Texts.Language}"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><meta name="viewport" content="width=device-width">
            <title>{Texts.Get("state.preparing.title")} · Trame</title>
            <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/base.css"><link rel="stylesheet" href="/css/layout.css"><link rel="stylesheet" href="/css/components.css"></head>
            <body><main class="site-main"><div class="wrap"><div class="state state--page"><h1>{Texts.Get("state.preparing.title")}</h1><p>{Texts.Get("state.preparing.text")}</p></div></div></main></body></html>
            """);
    }
}
