using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Web;

namespace Trame.Foundation.Ui;

/// <summary>Something broke here: the number under which it is on record, and whom to call.</summary>
[IgnoreAntiforgeryToken]
public sealed class BrokenPage : TramePage
{
    public StateView State => new(StateKind.Broken) { IsPage = true, Number = HttpContext.TraceIdentifier };

    public void OnGet() { }

    public void OnPost() { }
}
