using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;

namespace Trame.Connect.TimeExchange;

/// <summary>A book of cheques, to print, cut and give: each with its number in signs and as a square for a phone.</summary>
public sealed class ChequesPage(TrameDb db, FindAccounts accounts, HelpKinds kinds, KeepCheques keep) : TimePage(db, accounts, kinds)
{
    [BindProperty] public Guid Id { get; set; }

    public TimeAccount Account { get; private set; } = null!; // found by every handler, or 404

    public string Code { get; private set; } = "";

    public IReadOnlyList<TimeCheque> Cheques { get; private set; } = [];

    public string Address(TimeCheque cheque) => $"{Request.Scheme}://{Request.Host}{Path}/bureau?cheque={cheque.Number}";

    public async Task<IActionResult> OnGetAsync(string code, Guid? banque, CancellationToken stop) => await Load(code, banque, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, Guid? banque, CancellationToken stop)
    {
        if (!await Load(code, banque, stop)) return NotFound();
        var outcome = await keep.Handle(new KeepCheques.Loss(Id, Code), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("time.cheque.voided");
        return Redirect($"{Request.PathBase}/temps/compte/{Code}/cheques?banque={Account.Id}");
    }

    private async Task<bool> Load(string code, Guid? banque, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        Code = code.Trim().ToUpperInvariant();
        var held = await Accounts.Held(Code, stop);
        if ((held.FirstOrDefault(a => a.Id == banque) ?? held.FirstOrDefault()) is not { } account) return false;
        Account = account;
        Cheques = await Db.Set<TimeCheque>().AsNoTracking().Where(c => c.AccountId == account.Id && c.VoidedAt == null && !Db.Set<TimeTransfer>().Any(t => t.ChequeId == c.Id)).OrderBy(c => c.Id).ToListAsync(stop);
        return await Enter(await Accounts.BankOf(account, stop), stop);
    }
}
