using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Connect.SharedPlaces;

/// <summary>What is shared in a place, its house rules and prices, and who was shown how a machine works; for its hosts.</summary>
public sealed class SpacesPage(TrameDb db, KeepPlace keep) : PlacePage(db)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    [BindProperty] public Guid? Id { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Kind { get; set; } = "room";

    [BindProperty] public string Seats { get; set; } = "10";

    [BindProperty] public string Deposit { get; set; } = "";

    [BindProperty] public bool NeedsTraining { get; set; }

    [BindProperty] public string QuietFrom { get; set; } = "";

    [BindProperty] public string QuietTo { get; set; } = "";

    [BindProperty] public string MostHours { get; set; } = "4";

    [BindProperty] public string Terms { get; set; } = "";

    [BindProperty] public bool Retired { get; set; }

    [BindProperty] public string Rules { get; set; } = "";

    [BindProperty] public string Solidarity { get; set; } = "";

    [BindProperty] public string Usual { get; set; } = "";

    [BindProperty] public string Support { get; set; } = "";

    [BindProperty] public string Trained { get; set; } = "";

    /// <summary>Which of the two forms was sent.</summary>
    public bool OfRules { get; private set; }

    public ILookup<Guid, SpaceTraining> Trainings { get; private set; } = Array.Empty<SpaceTraining>().ToLookup(t => t.SpaceId);

    public async Task<IActionResult> OnGetAsync(string slug, Guid? espace, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayHost) return Forbidden();
        await Load(stop);
        (Rules, Solidarity, Usual, Support) = (Life.Rules, Typed(Life.Solidarity), Typed(Life.Usual), Typed(Life.Support));
        if (Spaces.FirstOrDefault(s => s.Id == espace) is { } s)
        {
            (Id, Version, Name, Kind, Seats, Deposit, NeedsTraining) = (s.Id, s.Version, s.Name, EnumWords.Write(s.Kind), s.Seats.ToString(CultureInfo.InvariantCulture), Typed(s.Deposit), s.NeedsTraining);
            (QuietFrom, QuietTo, MostHours, Terms, Retired) = (s.QuietFrom is { } q ? Clock.Format(q) : "", s.QuietTo is { } t ? Clock.Format(t) : "", s.MostHours.ToString(CultureInfo.InvariantCulture), s.Terms, s.Retired);
        }

        return Page();
    }

    public Task<IActionResult> OnPostSpaceAsync(string slug, CancellationToken stop) => Do(slug, async () => Warned(("shared.terms", Terms)) ? PeopleWarning.Refusal : await keep.Handle(new KeepPlace.Space(Occasion.Id, Id, Version, Name,
        EnumWords.TryRead<SpaceKind>(Kind, out var kind) ? kind : SpaceKind.Room, Whole(Seats), Deposit, NeedsTraining, QuietFrom.Length == 0 ? null : TimeIn(QuietFrom), QuietTo.Length == 0 ? null : TimeIn(QuietTo), Whole(MostHours), Terms, Retired), Actor, stop), stop);

    public Task<IActionResult> OnPostLifeAsync(string slug, CancellationToken stop)
    {
        OfRules = true;
        return Do(slug, async () => Warned(("shared.rules", Rules)) ? PeopleWarning.Refusal : await keep.Handle(new KeepPlace.Life(Occasion.Id, Version, Rules, Solidarity, Usual, Support), Actor, stop), stop);
    }

    public async Task<IActionResult> OnPostTrainAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await keep.Handle(new KeepPlace.Training(Id ?? Guid.Empty, Trained), Actor, stop);
        await Load(stop);
        if (!outcome.Accepted) return outcome.Refusals.Contains(Refusal.NotAllowed) ? Forbidden() : Refused(outcome.Plain);
        Tell("shared.training.given", outcome.Value);
        return Redirect($"{ShowPath}/partages");
    }

    private static string Typed(long cents) => (cents / 100m).ToString("0.##", CultureInfo.GetCultureInfo("fr-FR"));

    private Task<IActionResult> Do(string slug, Func<Task<Outcome>> act, CancellationToken stop) => Did(slug, "needs.saved", "partages", act, () => Load(stop), stop);

    private async Task Load(CancellationToken stop)
    {
        var ids = Spaces.Select(s => s.Id).ToList();
        Trainings = (await Db.Set<SpaceTraining>().AsNoTracking().Where(t => ids.Contains(t.SpaceId)).OrderBy(t => t.Name).ToListAsync(stop)).ToLookup(t => t.SpaceId);
    }
}
