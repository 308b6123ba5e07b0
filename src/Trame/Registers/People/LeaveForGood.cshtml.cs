using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Registers.People;

/// <summary>Leaving: what goes, what stays, one box, one button. No reason is asked (R2).</summary>
public sealed class LeaveForGoodPage(TrameDb db, ErasePerson erase, RoleRules rules, SignedIn signedIn) : PeoplePage
{
    public IActionResult OnGet() => Actor.IsSignedIn ? Page() : Forbidden();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!Actor.IsSignedIn) return Forbidden();
        if (!Sure) return Refused(new Refusal("people.leave.confirm", nameof(Sure)));
        var outcome = await erase.Handle(db, rules, Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Response.Cookies.Delete(signedIn.CookieName);
        Tell("people.leave.told");
        return Back("/");
    }
}
