using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Anyone says that a record is wrong, or that it is still true.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class CorrectPage(TrameDb db, ProposeOccasion propose, OccasionForm form, PeopleWarning people) : OccasionPage(db)
{
    [BindProperty] public string Source { get; set; } = "";

    [BindProperty] public string Contact { get; set; } = "";

    [BindProperty] public string Company { get; set; } = "";

    [BindProperty] public bool Sure { get; set; }

    public OccasionFormView Form { get; private set; } = null!; // made by every handler that shows the page

    public IReadOnlyList<PeopleWarning.Passage> Warnings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        Form = await form.View(Occasion.Kind, OccasionForm.Values(Occasion), whole: true, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        var typed = OccasionForm.Read(await Request.ReadFormAsync(stop), Occasion.Kind);
        if (!Sure) Warnings = people.In(typed.Where(v => OccasionField.Named(v.Key).Read(Occasion) != v.Value).ToDictionary(), ("occasions.source", Source));
        Outcome<Proposal> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : Warnings.Count > 0 ? new Refusal("occasions.people.warned", "Sure")
            : await propose.Handle(new(Occasion.Kind, Occasion.Id, typed, Source, Contact, Spoken()), Actor, stop);
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/propositions/{outcome.Value.Code}");
        Form = await form.View(Occasion.Kind, typed, whole: true, stop);
        return Refused(outcome.Plain);
    }
}
