using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>« J'en suis »: somebody promises something, without an account.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class JoinPage(TrameDb db, FindWants wants, PledgeContribution pledge) : OccasionPage(db)
{
    [BindProperty] public Guid? WantId { get; set; }

    [BindProperty] public string Quantity { get; set; } = "1";

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Reach { get; set; } = "";

    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    public IReadOnlyList<Want> Wants { get; private set; } = [];

    public bool MaySpeakFor => May(OccasionActs.Add);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        if (Wants.Count == 1) WantId = Wants[0].Id;
        if (MaySpeakFor) Channel = "counter";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        Outcome<Contribution> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : WantId is { } want ? await pledge.Handle(new(Occasion.Id, want, Quantity, Name, Reach, Spoken()), Actor, stop)
            : new Refusal("projects.pledge.no-want", "WantId");
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell("projects.pledged");
        return Redirect($"{Request.PathBase}/engagements/{outcome.Value.Code}");
    }

    private async Task<IActionResult?> Load(string slug, CancellationToken stop)
    {
        if (await Find("projets", slug, stop) is { } elsewhere) return elsewhere;
        if (Occasion.Status == OccasionStatus.Proposed) return NotFound();
        Wants = Occasion.Status == OccasionStatus.Open ? [.. (await wants.Of([Occasion.Id], stop))[Occasion.Id]] : [];
        return null;
    }
}
