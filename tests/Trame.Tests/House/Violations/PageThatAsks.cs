using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Web;
using RightTo = Trame.Foundation.Web.Act;

namespace Trame.Include.Violation;

// For ArchitectureTests: the question is asked two calls away, inside an async method; the checker must see it.
internal sealed class PageThatAsks : TramePage
{
    private static readonly RightTo Look = new("violation.look", "visitor");

    public async Task<IActionResult> OnPostAsync()
    {
        await Task.Yield();
        return await Decide();
    }

    private async Task<IActionResult> Decide()
    {
        await Task.Yield();
        return May(Look) ? Page() : Forbidden();
    }
}
