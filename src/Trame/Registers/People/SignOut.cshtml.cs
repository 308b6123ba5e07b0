using Microsoft.AspNetCore.Mvc;

namespace Trame.Registers.People;

/// <summary>Going out: asked by a button, never by a link that another site could follow.</summary>
public sealed class SignOutPage(SignedIn signedIn) : PeoplePage
{
    public IActionResult OnGet() => Actor.IsSignedIn ? Page() : Back("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await signedIn.End(HttpContext, stop);
        Tell("people.out.told");
        return Back("/");
    }
}
