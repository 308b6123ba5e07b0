using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Foundation.Data;

namespace Trame.Connect.TimeExchange;

/// <summary>One bank, for anyone: its rules, how many hours changed hands, what is offered and asked there by kind. Nobody's balance, and no name.</summary>
public sealed class ShowPage(TrameDb db, FindAccounts accounts, HelpKinds kinds, ReadBank read) : TimePage(db, accounts, kinds)
{
    public ReadBank.Figures Figures { get; private set; } = null!; // read by the only handler

    public IReadOnlyList<string> Offered { get; private set; } = [];

    public IReadOnlyList<string> Asked { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        Figures = await read.Of(Bank, stop);
        var codes = Db.Set<TimeAccount>().Where(a => a.BankId == Bank.Id && a.State == AccountState.Open && a.Shown && a.Code != "").Select(a => a.Code);
        var offered = await Db.Set<Resource>().AsNoTracking().Where(r => r.Status == EntryStatus.Open && codes.Contains(r.Code)).Select(r => r.Kinds).ToListAsync(stop);
        var asked = await Db.Set<Need>().AsNoTracking().Where(n => n.Status == EntryStatus.Open && codes.Contains(n.Code)).Select(n => n.Kind).Distinct().ToListAsync(stop);
        Offered = [.. offered.SelectMany(k => k).Distinct().Select(KindName).Order(StringComparer.CurrentCulture)];
        Asked = [.. asked.Select(KindName).Order(StringComparer.CurrentCulture)];
        return Page();
    }
}
