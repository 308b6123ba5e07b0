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

        context.Response.Headers.RetryAfter = "2";
        await BarePage.Write(context, StatusCodes.Status503ServiceUnavailable, Texts.Get("state.preparing.title"),
            $"<p>{BarePage.Text(Texts.Get("state.preparing.text"))}</p>", """<meta http-equiv="refresh" content="2">""");
    }
}
