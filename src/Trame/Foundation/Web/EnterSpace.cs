using Trame.Foundation.Spaces;
using Trame.Foundation.Data;

namespace Trame.Foundation.Web;

/// <summary>Host name or path prefix -> space. Everything after this speaks to one database only.</summary>
internal sealed class EnterSpace(RequestDelegate next, SpaceDirectory directory)
{
    private static readonly PathString Prefix = "/e";

    public async Task Invoke(HttpContext context, CurrentSpace current, SpaceMemory memory)
    {
        var spaces = directory.All();
        var space = ByPrefix(context, spaces) ?? spaces.FirstOrDefault(s => s.Host == context.Request.Host.Host);
        if (space is null && !context.Request.Path.StartsWithSegments(Prefix)) space = spaces.Count > 0 ? spaces[0] : null;
        if (space is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync("Trame: no such space.", context.RequestAborted);
            return;
        }

        current.Choose(space);
        current.Settle(await memory.Settings(space, context.RequestServices.GetRequiredService<TrameDb>(), context.RequestAborted));
        foreach (var identify in context.RequestServices.GetServices<IIdentify>()) await identify.Handle(context);
        await next(context);
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
