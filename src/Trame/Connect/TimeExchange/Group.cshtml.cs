using Microsoft.AspNetCore.Mvc;
using Trame.Connect.Needs;
using Trame.Foundation.Data;

namespace Trame.Connect.TimeExchange;

/// <summary>A workshop, a move, a meal for ten: typed from a sheet that all have signed; the sheet prints here too.</summary>
public sealed class GroupPage(TrameDb db, FindAccounts accounts, HelpKinds kinds, ShareHours share) : TimePage(db, accounts, kinds)
{
    [BindProperty] public string Givers { get; set; } = "";

    [BindProperty] public string Receivers { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => !await Find(slug, stop) ? NotFound() : MayHold ? Page() : Forbidden();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        if (!MayHold) return Forbidden();
        var outcome = await share.Handle(new(Key, Bank.Id, Givers, Receivers, Time, Service, Day, Through()), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("time.group.done");
        return Redirect($"{Path}/journal");
    }
}
