using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>One proposal, field by field: take all, take some, or refuse with a reason.</summary>
public sealed class ReviewPage(TrameDb db, ReviewProposal review, FieldNames names) : TramePage
{
    [BindProperty] public int Version { get; set; }

    /// <summary>The record as it stood beside the proposal.</summary>
    [BindProperty] public int Seen { get; set; }

    [BindProperty] public string Answer { get; set; } = "";

    [BindProperty] public string Verdict { get; set; } = "";

    [BindProperty] public List<string> Keep { get; set; } = [];

    [BindProperty] public bool EvenIfAlike { get; set; }

    public Proposal Proposal { get; private set; } = null!; // found by every handler, or 404

    public Occasion? Occasion { get; private set; }

    public IReadOnlyList<ProposedField> Fields { get; private set; } = [];

    public IReadOnlyList<Alike> Alike => review.Alike;

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await Load(code, stop) is { } elsewhere) return elsewhere;
        (Version, Seen) = (Proposal.Version, Occasion?.Version ?? 0);
        Keep = [.. Proposal.Values.Keys];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await Load(code, stop) is { } elsewhere) return elsewhere;
        var keep = Verdict switch { "all" => [.. Proposal.Values.Keys], "refuse" => null, _ => Keep };
        var outcome = Warned(("occasions.review.answer", Answer)) ? PeopleWarning.Refusal : await review.Handle(new(Proposal.Id, Version, Seen, keep, Answer, EvenIfAlike), Actor, stop);
        if (outcome.Refusals.Contains(Refusal.Conflict))
        {
            Seen = Occasion?.Version ?? 0; // the table shows what the record says now; the next answer is about that
            ModelState.Remove(nameof(Seen));
        }

        if (!outcome.Accepted) return Refused(outcome);
        Tell(Verdict == "refuse" ? "occasions.review.refused" : "occasions.review.accepted");
        return Redirect($"{Request.PathBase}/bureau/propositions");
    }

    private async Task<IActionResult?> Load(string code, CancellationToken stop)
    {
        if (!May(OccasionActs.OpenDesk) && !Actor.Roles.Any(r => r.Role == "host")) return Forbidden();
        if (await db.Set<Proposal>().AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, stop) is not { } proposal) return NotFound();
        Proposal = proposal;
        Occasion = proposal.OccasionId is { } id ? await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) : null;
        if (!(Occasion is null ? May(OccasionActs.Review) : Rights.May(Actor, OccasionActs.Review, Occasion))) return Forbidden();
        Fields = await names.Of(proposal, Occasion, stop);
        return null;
    }
}
