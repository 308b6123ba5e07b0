using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Trame.Foundation.Web;

/// <summary>
/// No text that people mean holds a NUL, and PostgreSQL cannot store or compare one. It is taken out at the door: of the address here, of what forms and
/// addresses bind to by the binder. An address that hides one is then answered like the same address without it.
/// </summary>
internal sealed class WithoutNul(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        if (context.Request.QueryString.Value is { } query && query.Contains("%00", StringComparison.Ordinal))
            context.Request.QueryString = new QueryString(query.Replace("%00", "", StringComparison.Ordinal));
        return next(context);
    }

    internal sealed class BinderProvider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource is var from && from != BindingSource.Body && from != BindingSource.Header && from != BindingSource.Services
                ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>())) : null;
    }

    private sealed class Binder(SimpleTypeModelBinder text) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await text.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is string said && said.Contains('\0')) bindingContext.Result = ModelBindingResult.Success(said.Replace("\0", "", StringComparison.Ordinal));
        }
    }
}
