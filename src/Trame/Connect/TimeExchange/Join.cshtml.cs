using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>« Rejoindre » : a name one likes, and nothing else that is required.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class JoinPage(TrameDb db, FindAccounts accounts, HelpKinds kinds, JoinBank join) : TimePage(db, accounts, kinds)
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Code { get; set; } = "";

    [BindProperty] public string Reach { get; set; } = "";

    [BindProperty] public bool Shown { get; set; } = true;

    [BindProperty] public bool Consent { get; set; }

    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, string? carnet, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        Code = carnet ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        Outcome<TimeAccount> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine") : await join.Handle(new JoinBank.Request(Bank.Id, Name, Code, Reach, Shown, Consent, Through()), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell(outcome.Value.State == AccountState.Open ? "time.joined" : "time.joined.waiting");
        return Redirect($"{Request.PathBase}/temps/compte/{outcome.Value.Code}");
    }
}
