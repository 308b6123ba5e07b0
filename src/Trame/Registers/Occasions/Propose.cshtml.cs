using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Anyone proposes a new place, moment or project; a short form first.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class ProposePage(ProposeOccasion propose, OccasionForm form, PeopleWarning people) : TramePage
{
    [BindProperty] public string Source { get; set; } = "";

    [BindProperty] public string Contact { get; set; } = "";

    [BindProperty] public string Channel { get; set; } = "online";

    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    [BindProperty] public bool Sure { get; set; }

    public OccasionKind? Kind { get; private set; }

    public OccasionFormView? Form { get; private set; }

    public IReadOnlyList<PeopleWarning.Passage> Warnings { get; private set; } = [];

    public async Task OnGetAsync(string? shelf, CancellationToken stop)
    {
        Kind = OccasionShelf.Kind(shelf);
        if (Kind is { } kind) Form = await form.View(kind, new Dictionary<string, string>(), whole: false, stop);
    }

    public async Task<IActionResult> OnPostAsync(string shelf, CancellationToken stop)
    {
        if (OccasionShelf.Kind(shelf) is not { } kind) return NotFound();
        Kind = kind;
        var typed = OccasionForm.Read(await Request.ReadFormAsync(stop), kind);
        var channel = May(OccasionActs.Add) && EnumWords.TryRead<Channel>(Channel, out var spoken) ? spoken : Foundation.Facts.Channel.Online;
        if (!Sure) Warnings = people.In(typed, ("occasions.source", Source));
        Outcome<Proposal> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : Warnings.Count > 0 ? new Refusal("occasions.people.warned", "Sure")
            : await propose.Handle(new(kind, null, typed, Source, Contact, channel), Actor, stop);
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/propositions/{outcome.Value.Code}");
        Form = await form.View(kind, typed, whole: false, stop);
        return Refused(outcome.Plain);
    }
}
