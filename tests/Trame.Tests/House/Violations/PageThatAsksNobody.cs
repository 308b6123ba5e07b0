using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Web;

namespace Trame.Include.Violation;

// On purpose, for ArchitectureTests.
internal sealed class PageThatAsksNobody : TramePage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await Task.Yield();
        return Page();
    }
}
