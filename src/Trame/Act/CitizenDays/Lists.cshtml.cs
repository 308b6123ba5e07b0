using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Act.CitizenDays;

/// <summary>On paper, large: one sheet per worksite for its leader, and the list of the desk.</summary>
public sealed class ListsPage(TrameDb db, ReadDay read) : DayPage(db, read)
{
    public ILookup<Guid?, SignUp> There { get; private set; } = Array.Empty<SignUp>().ToLookup(s => s.SiteId);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        if (!MayRun) return Forbidden();
        There = SignUps.OrderBy(s => s.People[0].Name, StringComparer.CurrentCulture).ToLookup(s => s.SiteId);
        return Page();
    }
}
