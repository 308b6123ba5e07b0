using Microsoft.AspNetCore.Mvc;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Deliberate.Circles;

/// <summary>A talking circle: who holds the object, which round it is; afterwards its rounds and what all agreed.</summary>
public sealed class CirclePage(TrameDb db, GuardCircle guard) : DebatePage(db)
{
    [BindProperty] public int Seats { get; set; } = 12;
    [BindProperty] public int Version { get; set; }
    [BindProperty] public bool Spoke { get; set; }
    [BindProperty] public string Output { get; set; } = "";

    public TalkingCircle? Circle { get; private set; }

    public bool MayGuard => May(CircleActs.Guard);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? Page();

    public Task<IActionResult> OnPostOpenAsync(string slug, CancellationToken stop) => Answer(slug, () => guard.Open(Debate, Seats, Actor, stop), stop);

    public Task<IActionResult> OnPostPassAsync(string slug, CancellationToken stop) => Answer(slug, () => guard.Pass(Debate, Version, Spoke, Actor, stop), stop);

    public Task<IActionResult> OnPostAgreeAsync(string slug, CancellationToken stop) => Answer(slug, async () => Warned(("circle.output", Output)) ? PeopleWarning.Refusal : await guard.Agree(Debate, Version, Output, Actor, stop), stop);

    public Task<IActionResult> OnPostCloseAsync(string slug, CancellationToken stop) => Answer(slug, () => guard.Close(Debate, Version, Actor, stop), stop);

    private async Task<IActionResult> Answer(string slug, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayGuard) return Forbidden();
        var outcome = await act();
        if (outcome.Accepted) return Redirect($"{Path}/cercle");
        await Reload(stop);
        Circle = await guard.Last(Debate.Id, stop);
        return Refused(outcome);
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (Debate.Stage is not (DebateStage.Open or DebateStage.Answered) || !Debate.Uses(DebateMethod.Circle)) return NotFound();
        Circle = await guard.Last(Debate.Id, stop);
        return null;
    }
}
