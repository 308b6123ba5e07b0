using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;

namespace Trame.Connect.TimeExchange;

/// <summary>The office of a bank: who waits to be welcomed, a cheque to type, who might be proposed something.</summary>
public sealed class OfficePage(TrameDb db, FindAccounts accounts, HelpKinds kinds, ReadBank read, KeepCheques cheques, JoinBank join) : TimePage(db, accounts, kinds)
{
    [BindProperty] public string Number { get; set; } = "";

    [BindProperty] public Guid Id { get; set; }

    [BindProperty] public int Version { get; set; }

    public ReadBank.Care Care { get; private set; } = null!; // read by every handler

    public IReadOnlyList<TimeAccount> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string? cheque, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        Number = cheque ?? "";
        return Page();
    }

    public Task<IActionResult> OnPostChequeAsync(string slug, CancellationToken stop) => Did(slug, "time.cheque.cashed", () => cheques.Handle(new KeepCheques.Cashing(Bank.Id, Number, To, Time, Service, Day), Actor, stop), stop);

    public Task<IActionResult> OnPostWelcomeAsync(string slug, CancellationToken stop) => Did(slug, "time.welcomed", () => join.Handle(new JoinBank.Welcoming(Id, Version), Actor, stop), stop);

    private async Task<IActionResult> Did(string slug, string said, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect($"{Path}/bureau");
        }

        Db.ChangeTracker.Clear();
        await Load(slug, stop);
        return Refused(outcome);
    }

    private async Task<IActionResult?> Load(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        if (!MayHold) return Forbidden();
        Care = await read.ForOffice(Bank, stop);
        Waiting = await Db.Set<TimeAccount>().AsNoTracking().Where(a => a.BankId == Bank.Id && a.State == AccountState.Waiting).OrderBy(a => a.OpenedAt).Take(40).ToListAsync(stop);
        return null;
    }
}
