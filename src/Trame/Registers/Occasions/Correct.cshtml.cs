using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Anyone says that a record is wrong, or that it is still true.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class CorrectPage(TrameDb db, ProposeOccasion propose, OccasionForm form) : OccasionPage(db)
{
    [BindProperty] public string Source { get; set; } = "";

    [BindProperty] public string Contact { get; set; } = "";

    [BindProperty] public string Company { get; set; } = "";

    public OccasionFormView Form { get; private set; } = null!; // made by every handler that shows the page

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        Form = await form.View(Occasion.Kind, OccasionForm.Values(Occasion), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        var sent = await Request.ReadFormAsync(stop);
        var typed = OccasionForm.Read(sent, Occasion.Kind);
        if (sent.ContainsKey(OccasionForm.ShowDates))
        {
            Form = await form.View(Occasion.Kind, typed, stop);
            return Page();
        }

        Outcome<Proposal> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : Warned([.. OccasionForm.FreeText(typed, Occasion), ("occasions.source", Source)]) ? PeopleWarning.Refusal
            : await propose.Handle(new(Occasion.Kind, Occasion.Id, typed, Source, Contact, Spoken()), Actor, stop);
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/propositions/{outcome.Value.Code}");
        Form = await form.View(Occasion.Kind, typed, stop);
        return Refused(outcome.Plain);
    }
}
