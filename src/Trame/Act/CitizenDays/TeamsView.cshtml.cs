using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Act.CitizenDays;

/// <summary>Who goes where: proposed by a computation that says how good it is, changed by hand at will, told when it is settled; balanced again on the day.</summary>
public sealed class TeamsViewPage(TrameDb db, ReadDay read, PlanDay plan, PlaceSignUp place, TellTeams tell) : DayPage(db, read)
{
    [BindProperty] public Guid SignUpId { get; set; }

    [BindProperty] public int Version { get; set; }

    /// <summary>Number of the worksite somebody is sent to by hand; nothing: they wait.</summary>
    [BindProperty] public string Site { get; set; } = "";

    [BindProperty] public Guid[] Moves { get; set; } = [];

    public IReadOnlyList<Hands> Hands { get; private set; } = [];

    /// <summary>Null when no balance was asked for.</summary>
    public IReadOnlyList<PlanDay.Move>? Proposed { get; private set; }

    /// <summary>The worksite whose people are shown, 0 for those who wait; null: none.</summary>
    public int? Shown { get; private set; }

    public string Words { get; private set; } = "";

    public IReadOnlyList<SignUp> Listed { get; private set; } = [];

    public bool IsTold => Day.ToldAt is not null;

    public async Task<IActionResult> OnGetAsync(string slug, int? chantier, string? q, bool equilibrer, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        (Shown, Words) = (chantier, q?.Trim() ?? "");
        Load();
        if (equilibrer) Proposed = await plan.Balance(Day.Id, stop);
        return Page();
    }

    public Task<IActionResult> OnPostPlanAsync(string slug, CancellationToken stop) => Answer(slug, "days.planned", () => plan.Handle(new(Day.Id), Actor, stop), stop);

    public Task<IActionResult> OnPostMoveAsync(string slug, CancellationToken stop) => Answer(slug, "days.balanced", () => plan.Handle(new(Day.Id, Moves), Actor, stop), stop);

    public Task<IActionResult> OnPostTellAsync(string slug, CancellationToken stop) => Answer(slug, "days.told", () => tell.Handle(Day.Id, Actor, stop), stop);

    public Task<IActionResult> OnPostPlaceAsync(string slug, CancellationToken stop) => Answer(slug, "days.placed", async () =>
    {
        var site = Kept.FirstOrDefault(s => s.Number.ToString(CultureInfo.InvariantCulture) == Site);
        return site is null && Site.Length > 0 ? new Refusal("days.sign-up.wish.unknown", "Site") : await place.Handle(new(SignUpId, site?.Id, Version), Actor, stop);
    }, stop);

    private async Task<IActionResult> Answer(string slug, string told, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell(told);
            return Redirect($"{Path}/equipes{Request.Query["chantier"] switch { { Count: 1 } shown => $"?chantier={Uri.EscapeDataString(shown[0]!)}", _ => "" }}");
        }

        await Find(slug, stop);
        Load();
        return Refused(outcome);
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop) => !await Find(slug, stop) ? NotFound() : MayRun ? null : Forbidden();

    private void Load()
    {
        Hands = CitizenDays.Hands.Of(Kept, SignUps);
        var shown = Shown is { } number ? Kept.FirstOrDefault(s => s.Number == number)?.Id : null;
        Listed = Words.Length > 0 ? [.. SignUps.Where(s => s.AnswersTo(Words)).Take(50)]
            : Shown is null ? [] : [.. SignUps.Where(s => s.SiteId == shown)];
    }
}
