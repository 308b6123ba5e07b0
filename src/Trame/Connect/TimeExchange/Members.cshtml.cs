using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;

namespace Trame.Connect.TimeExchange;

/// <summary>The members, by number or name, for the office.</summary>
public sealed class MembersPage(TrameDb db, FindAccounts accounts, HelpKinds kinds) : TimePage(db, accounts, kinds)
{
    public const int PerPage = 60;

    public string Words { get; private set; } = "";

    public IReadOnlyList<TimeAccount> Members { get; private set; } = [];

    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? q, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        if (!MayHold) return Forbidden();
        Words = q?.Trim() ?? "";
        var found = Db.Set<TimeAccount>().AsNoTracking().Where(a => a.BankId == Bank.Id && a.Kind == AccountKind.Member && a.State != AccountState.Closed);
        if (int.TryParse(Words, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) found = found.Where(a => a.Number == number);
        else if (Words.Length > 0) found = found.Where(a => a.Name.ToLower().Contains(Words.ToLowerInvariant()) || a.Code == Words.ToUpperInvariant());
        Total = await found.CountAsync(stop);
        Members = await found.OrderBy(a => a.Number).Take(PerPage).ToListAsync(stop);
        return Page();
    }
}
