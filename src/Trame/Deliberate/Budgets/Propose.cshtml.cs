using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Budgets;

/// <summary>Somebody proposes a project: without an account, on a screen, at a counter, on paper.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class ProposePage(TrameDb db, KeepFiles keep) : BudgetPage(db)
{
    [BindProperty] public string Name { get; set; } = "";
    [BindProperty] public string What { get; set; } = "";
    [BindProperty] public string Place { get; set; } = "";
    [BindProperty] public string StartedBy { get; set; } = "";
    [BindProperty] public string Known { get; set; } = "";

    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    public string Address => $"{Request.Scheme}://{Request.Host}{Path}/proposer";

    /// <summary>To print: the same questions on paper.</summary>
    public bool Paper { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "papier")] bool paper, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        Paper = paper;
        if (MayKeep) Channel = "counter";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        Outcome<ProjectFile> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : Warned(("budget.file.name", Name), ("budget.file.what", What), ("budget.file.place", Place), ("debates.started-by", StartedBy)) ? PeopleWarning.Refusal
            : await keep.Propose(new(Budget.Id, Name, What, Place, StartedBy, Known, Spoken()), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell("budget.proposed");
        return Redirect($"{Path}/projets/{outcome.Value.Number}");
    }
}
