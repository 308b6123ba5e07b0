using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Facts;

namespace Trame.Registers.Occasions;

/// <summary>Is it still true? Confirm in one gesture, pause, close or reopen with a reason. Someone without a role proposes it.</summary>
public sealed class StatePage(TrameDb db, VerifyOccasion verify, CloseOccasion close, PauseOccasion pause, ReopenOccasion reopen, ProposeOccasion propose) : OccasionPage(db)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    // A project starts, stops and ends on its own page, with the fact.
    public bool MayClose => Occasion.Kind != OccasionKind.Project && Rights.May(Actor, OccasionActs.Close, Occasion);

    public bool MayDescribe => Rights.May(Actor, OccasionActs.Describe, Occasion);

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        Version = Occasion.Version;
        return Page();
    }

    /// <summary>A form that names no act changes nothing: who may confirm is shown what can be done, anyone else the record.</summary>
    public async Task<IActionResult> OnPostAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        return Redirect(Rights.May(Actor, OccasionActs.Verify, Occasion) ? $"{ShowPath}/etat" : ShowPath);
    }

    public async Task<IActionResult> OnPostTrueAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (Rights.May(Actor, OccasionActs.Verify, Occasion)) return await Answer(await verify.Handle(new(Occasion.Id, Spoken()), Actor, stop), "occasions.verify.done", stop);
        var proposed = await propose.Handle(new(Occasion.Kind, Occasion.Id, new Dictionary<string, string>(), Foundation.Ui.Texts.Get("occasions.verify.by-visitor"), "", Foundation.Facts.Channel.Online), Actor, stop);
        return proposed.Accepted ? Redirect($"{Request.PathBase}/propositions/{proposed.Value.Code}") : await Answer(proposed.Plain, "", stop);
    }

    public Task<IActionResult> OnPostCloseAsync(string shelf, string slug, CancellationToken stop) =>
        Change(shelf, slug, () => close.Handle(new(Occasion.Id, Version, Reason, Spoken()), Actor, stop), "occasions.close.done", stop);

    public Task<IActionResult> OnPostPauseAsync(string shelf, string slug, CancellationToken stop) =>
        Change(shelf, slug, () => pause.Handle(new(Occasion.Id, Version, Reason, Spoken()), Actor, stop), "occasions.pause.done", stop);

    public Task<IActionResult> OnPostReopenAsync(string shelf, string slug, CancellationToken stop) =>
        Change(shelf, slug, () => reopen.Handle(new(Occasion.Id, Version, Reason, Spoken()), Actor, stop), "occasions.reopen.done", stop);

    private async Task<IActionResult> Change(string shelf, string slug, Func<Task<Outcome>> act, string said, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (!MayClose) return Forbidden();
        return await Answer(Warned(("occasions.state.reason", Reason)) ? PeopleWarning.Refusal : await act(), said, stop);
    }

    private async Task<IActionResult> Answer(Outcome outcome, string said, CancellationToken stop)
    {
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect(ShowPath);
        }

        await Reload(stop);
        Version = Occasion.Version;
        ModelState.Remove(nameof(Version));
        return Refused(outcome);
    }
}
