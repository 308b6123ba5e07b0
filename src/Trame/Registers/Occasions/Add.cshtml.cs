using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Someone with a role adds a record at once.</summary>
public sealed class AddPage(AddOccasion add, OccasionForm form) : TramePage
{
    [BindProperty] public string Source { get; set; } = "";

    [BindProperty] public string Channel { get; set; } = "online";

    [BindProperty] public bool EvenIfAlike { get; set; }

    public OccasionKind? Kind { get; private set; }

    public OccasionFormView? Form { get; private set; }

    public IReadOnlyList<Alike> Alike => add.Alike;

    public async Task<IActionResult> OnGetAsync(string? shelf, CancellationToken stop)
    {
        if (!May(OccasionActs.Add)) return Forbidden();
        Kind = OccasionShelf.Kind(shelf);
        if (Kind is { } kind) Form = await form.View(kind, new Dictionary<string, string>(), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string shelf, CancellationToken stop)
    {
        if (!May(OccasionActs.Add)) return Forbidden();
        if (OccasionShelf.Kind(shelf) is not { } kind) return NotFound();
        Kind = kind;
        var sent = await Request.ReadFormAsync(stop);
        var typed = OccasionForm.Read(sent, kind);
        if (sent.ContainsKey(OccasionForm.ShowDates))
        {
            Form = await form.View(kind, typed, stop);
            return Page();
        }

        var channel = EnumWords.TryRead<Channel>(Channel, out var spoken) ? spoken : Foundation.Facts.Channel.Online;
        Outcome<Occasion> outcome = Warned([.. OccasionForm.FreeText(typed), ("occasions.source", Source)])
            ? PeopleWarning.Refusal
            : await add.Handle(new(kind, typed, Source, channel, EvenIfAlike), Actor, stop);
        if (outcome.Accepted)
        {
            Tell("occasions.add.saved");
            return Redirect($"{Request.PathBase}{OccasionShelf.Path(outcome.Value)}");
        }

        Form = await form.View(kind, typed, stop);
        return Refused(outcome.Plain);
    }
}
