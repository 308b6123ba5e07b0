using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>An invitation is opened. Reading the page uses nothing up: programs that look at links before people do must not spend them.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class ArrivePage(UseInvitation invitations, SignedIn signedIn) : PeoplePage
{
    [BindProperty] public string DisplayName { get; set; } = "";

    /// <summary>Null when the link was used, is over, or never was: the three look the same.</summary>
    public Invitation? Invitation { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken stop)
    {
        Invitation = await invitations.Find(token, stop);
        if (Invitation is null) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken stop)
    {
        Invitation = await invitations.Find(token, stop);
        var session = await invitations.Handle(new(token, DisplayName, Texts.Language), Actor, stop);
        if (!session.Accepted) return Refused(session.Plain);
        signedIn.Carry(HttpContext, session.Value);
        Tell("people.arrive.told");
        return Redirect($"{Request.PathBase}/moi/entrees");
    }
}
