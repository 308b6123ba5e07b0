using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Web;

namespace Trame.Foundation.Ui;

/// <summary>What stands in place of a page that is not there, not open, or came back too late: why, and what to do next. Shown under the address that was asked.</summary>
[IgnoreAntiforgeryToken] // it answers for a form whose own token was refused
public sealed class StatusPage : TramePage
{
    public StateView State { get; private set; } = new(StateKind.NotFound) { IsPage = true };

    public void OnGet() => State = Of(Code, Request.PathBase);

    public void OnPost() => State = Of(Code, Request.PathBase);

    // Read from the address, not bound: a form that cannot be read is exactly why one may be here, and it stops all binding.
    private int Code => int.TryParse($"{RouteData.Values["code"]}", NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : StatusCodes.Status404NotFound;

    private static StateView Of(int code, PathString root) => code switch
    {
        StatusCodes.Status403Forbidden => new(StateKind.Forbidden, ActHref: $"{root}/reglages/roles") { IsPage = true },
        StatusCodes.Status400BadRequest => new(StateKind.Expired, Texts.Get("ui.state.form.title"), Texts.Get("ui.state.form.text")) { IsPage = true },
        StatusCodes.Status429TooManyRequests => new(StateKind.Expired, Texts.Get("ui.state.many.title"), Texts.Get("ui.state.many.text")) { IsPage = true },
        StatusCodes.Status413PayloadTooLarge => new(StateKind.Expired, Texts.Get("ui.state.large.title"), Texts.Get("ui.state.large.text")) { IsPage = true },
        StatusCodes.Status410Gone => new(StateKind.Expired) { IsPage = true },
        >= 500 => new(StateKind.Broken) { IsPage = true },
        _ => new(StateKind.NotFound) { IsPage = true },
    };
}
