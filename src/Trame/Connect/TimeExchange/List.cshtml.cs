using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.TimeExchange;

/// <summary>Où échange-t-on des heures ? The banks of the space, the way in for who holds a code; a coordinator opens one.</summary>
public sealed class ListPage(TrameDb db, OpenBank open, CommuneChoices communes) : TramePage
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Lead { get; set; } = "";

    [BindProperty] public string Commune { get; set; } = "";

    public IReadOnlyList<(TimeBank Bank, string Commune)> Banks { get; private set; } = [];

    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public bool MaySet => May(TimeExchangeActs.SetRules);

    public IEnumerable<SelectListItem> CommuneOptions => [new(Texts.Get("needs.commune.choose"), ""), .. Communes.Select(c => new SelectListItem(c.Name, c.Slug))];

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken stop)
    {
        if (!string.IsNullOrWhiteSpace(code)) return Redirect($"{Request.PathBase}/temps/compte/{Uri.EscapeDataString(code.Trim().ToUpperInvariant())}");
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load(stop);
        if (!MaySet) return Forbidden();
        Outcome<TimeBank> outcome = Warned(("time.bank.name", Name), ("time.bank.lead", Lead)) ? PeopleWarning.Refusal : await open.Handle(new OpenBank.Opening(Name, Lead, Commune), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell("time.bank.opened");
        return Redirect($"{Request.PathBase}/temps/{outcome.Value.Slug}/regles");
    }

    private async Task Load(CancellationToken stop)
    {
        var rows = await db.Set<TimeBank>().AsNoTracking().Join(db.Set<Territory>().IgnoreAutoIncludes(), b => b.TerritoryId, t => t.Id, (b, t) => new { b, t.Name }).OrderBy(x => x.b.Name).ToListAsync(stop);
        Banks = [.. rows.Select(x => (x.b, x.Name))];
        if (MaySet) Communes = await communes.Handle(stop);
        if (Commune.Length == 0 && Communes.Count == 1) Commune = Communes[0].Slug;
    }
}
