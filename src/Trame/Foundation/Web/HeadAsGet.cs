namespace Trame.Foundation.Web;

/// <summary>HEAD is answered like GET wherever GET is (RFC 9110, 9.3.2); the server sends no body to who asked for none.</summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        await next(context);
        context.Request.Method = HttpMethods.Head;
    }
}
