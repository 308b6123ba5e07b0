using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Anyone proposes a new place, moment or project; a short form first.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class ProposePage(ProposeOccasion propose, OccasionForm form) : TramePage
{
    [BindProperty] public string Source { get; set; } = "";

    [BindProperty] public string Contact { get; set; } = "";

    [BindProperty] public string Channel { get; set; } = "online";

    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    public OccasionKind? Kind { get; private set; }

    public OccasionFormView? Form { get; private set; }

    public async Task OnGetAsync(string? shelf, CancellationToken stop)
    {
        Kind = OccasionShelf.Kind(shelf);
        if (Kind is { } kind) Form = await form.View(kind, new Dictionary<string, string>(), stop);
    }

    public async Task<IActionResult> OnPostAsync(string shelf, CancellationToken stop)
    {
        if (OccasionShelf.Kind(shelf) is not { } kind) return NotFound();
        Kind = kind;
        var sent = await Request.ReadFormAsync(stop);
        var typed = OccasionForm.Read(sent, kind);
        if (sent.ContainsKey(OccasionForm.ShowDates))
        {
            Form = await form.View(kind, typed, stop);
            return Page();
        }

        var channel = May(OccasionActs.Add) && EnumWords.TryRead<Channel>(Channel, out var spoken) ? spoken : Foundation.Facts.Channel.Online;
        Outcome<Proposal> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : Warned([.. OccasionForm.FreeText(typed), ("occasions.source", Source)]) ? PeopleWarning.Refusal
            : await propose.Handle(new(kind, null, typed, Source, Contact, channel), Actor, stop);
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/propositions/{outcome.Value.Code}");
        Form = await form.View(kind, typed, stop);
        return Refused(outcome.Plain);
    }
}
