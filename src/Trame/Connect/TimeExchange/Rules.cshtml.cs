using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Connect.TimeExchange;

/// <summary>The rules of a bank, the same for all; and the banks of other spaces it exchanges with.</summary>
public sealed class RulesPage(TrameDb db, FindAccounts accounts, HelpKinds kinds, OpenBank open, SettleClearings clearings) : TimePage(db, accounts, kinds)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Lead { get; set; } = "";

    [BindProperty] public string Floor { get; set; } = "";

    [BindProperty] public string Ceiling { get; set; } = "";

    [BindProperty] public string Welcome { get; set; } = "";

    [BindProperty] public string Most { get; set; } = "";

    [BindProperty] public int? Often { get; set; }

    [BindProperty] public int? OftenWeeks { get; set; }

    [BindProperty] public string Partner { get; set; } = "";

    [BindProperty] public string Limit { get; set; } = "";

    public IReadOnlyList<(TimeAccount Account, int Waiting)> Partners { get; private set; } = [];

    public string OwnAddress => $"{Here.Space.Slug}/{Bank.Slug}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = Warned(("time.bank.name", Name), ("time.bank.lead", Lead)) ? PeopleWarning.Refusal : await open.Handle(new OpenBank.Rules(Bank.Id, Version, Name, Lead, Floor, Ceiling, Welcome, Most, Often, OftenWeeks), Actor, stop);
        return Answer(outcome);
    }

    public async Task<IActionResult> OnPostPartnerAsync(string slug, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        Fill();
        return Answer(await clearings.Handle(new SettleClearings.Agreement(Bank.Id, Partner, Limit), Actor, stop));
    }

    private IActionResult Answer(Outcome outcome)
    {
        if (!outcome.Accepted) return Refused(outcome);
        Tell("needs.saved");
        return Redirect($"{Path}/regles");
    }

    private void Fill() => (Version, Name, Lead, Floor, Ceiling, Welcome, Most, Often, OftenWeeks) =
        (Bank.Version, Bank.Name, Bank.Lead, Hours.Plain(-Bank.Floor), Hours.Plain(Bank.Ceiling), Hours.Plain(Bank.Welcome), Hours.Plain(Bank.Most), Bank.Often, Bank.OftenWeeks);

    private async Task<IActionResult?> Load(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        if (!MaySet) return Forbidden();
        var partners = await Db.Set<TimeAccount>().AsNoTracking().Where(a => a.BankId == Bank.Id && a.Kind == AccountKind.Partner).OrderBy(a => a.Partner).ToListAsync(stop);
        var waiting = await Db.Set<TimeClearing>().Where(c => c.SettledAt == null).GroupBy(c => c.AccountId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        Partners = [.. partners.Select(p => (p, waiting.GetValueOrDefault(p.Id)))];
        return null;
    }
}
