using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;

namespace Trame.Foundation.Web;

/// <summary>Host name or path prefix -> space. Everything after this speaks to one database only.</summary>
internal sealed class EnterSpace(RequestDelegate next, SpaceDirectory directory, Readiness readiness)
{
    private const int DiskFull = 13; // what is there can still be read
    private static readonly PathString Prefix = "/e";

    public async Task Invoke(HttpContext context, CurrentSpace current, SpaceMemory memory)
    {
        if (IsWithoutDatabase(context))
        {
            await BarePage.Write(context, StatusCodes.Status500InternalServerError, Texts.Get("ui.state.broken.title"),
                $"<p>{BarePage.Text(Texts.Get("ui.state.broken.text"))}</p><p class=\"state__number\">{BarePage.Text(Texts.Get("ui.state.number", context.TraceIdentifier))}</p>");
            return;
        }

        var spaces = directory.All();
        var space = ByPrefix(context, spaces) ?? spaces.FirstOrDefault(s => string.Equals(s.Host, context.Request.Host.Host, StringComparison.OrdinalIgnoreCase));
        if (space is null && !context.Request.Path.StartsWithSegments(Prefix)) space = spaces.Count > 0 ? spaces[0] : null;
        if (space is null)
        {
            await SayWhereToGo(context, spaces);
            return;
        }

        if (!readiness.IsOpen(space))
        {
            await SayClosed(context);
            return;
        }

        current.Choose(space);
        current.Settle(await memory.Settings(space, context.RequestServices.GetRequiredService<TrameDb>(), context.RequestAborted));
        foreach (var identify in context.RequestServices.GetServices<IIdentify>()) await identify.Handle(context);
        await next(context);
    }

    // The page that says that something broke needs the settings of the space: not when the database itself is what broke.
    private static bool IsWithoutDatabase(HttpContext context) =>
        SpaceDatabases.Failure(context.Features.Get<IExceptionHandlerFeature>()?.Error) is not (null or SqliteException { SqliteErrorCode: DiskFull });

    private static Task SayClosed(HttpContext context)
    {
        context.Response.Headers.RetryAfter = $"{Preparation.Again.TotalSeconds}";
        return BarePage.Write(context, StatusCodes.Status503ServiceUnavailable, Texts.Get("state.closed.title"), $"<p>{BarePage.Text(Texts.Get("state.closed.text"))}</p>");
    }

    private static Task SayWhereToGo(HttpContext context, IReadOnlyList<Space> spaces)
    {
        var (title, text) = spaces.Count > 0 ? ("state.no-such-space.title", "state.no-such-space.text") : ("state.no-space-yet.title", "state.no-space-yet.text");
        var links = string.Concat(spaces.Select(s => $"<li><a href=\"{Prefix}/{s.Slug}/\">{BarePage.Text(s.Name)}</a></li>"));
        var body = spaces.Count > 0 ? $"<ul>{links}</ul>" : "<pre>trame space create --epci 200071140\ntrame demo</pre>";
        return BarePage.Write(context, StatusCodes.Status404NotFound, Texts.Get(title), $"<p>{BarePage.Text(Texts.Get(text))}</p>{body}");
    }

    private static Space? ByPrefix(HttpContext context, IReadOnlyList<Space> spaces)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix, out var rest) || rest.Value is not { Length: > 1 } path) return null;
        var end = path.IndexOf('/', 1);
        var slug = end < 0 ? path[1..] : path[1..end];
        if (spaces.FirstOrDefault(s => s.Slug == slug) is not { } space) return null;
        context.Request.PathBase = context.Request.PathBase.Add($"{Prefix}/{slug}");
        context.Request.Path = end < 0 ? "/" : path[end..];
        return space;
    }
}
