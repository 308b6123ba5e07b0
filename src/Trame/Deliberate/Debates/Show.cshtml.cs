using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Debates;

/// <summary>A debate on one page: what is to decide, who decides, when, what will be done with it; its steps, options, contradictions, answer.</summary>
public sealed class ShowPage(TrameDb db, FrameDebate frame) : DebatePage(db)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    public Occasion? About { get; private set; }

    public string Territory { get; private set; } = "";

    public IReadOnlyList<Refusal> Lacking { get; private set; } = [];

    public int Late => Debate.LateDays(Today);

    public IEnumerable<(DebateOption Option, DebateAnswer? Answer)> Options => Debate.Options.Select(o => (o, Debate.Answers.FirstOrDefault(a => a.ItemId == o.Id)));

    public IReadOnlyList<DebatePhase> Calendar => [.. Debate.Phases.OrderBy(p => p.StartsOn, StringComparer.Ordinal).ThenBy(p => p.EndsOn, StringComparer.Ordinal)];

    /// <summary>Where each way of taking part stands, in order of what is on now.</summary>
    public IReadOnlyList<(DebateMethod Method, string Path, bool Now)> Doors => Debate.Stage is DebateStage.Open or DebateStage.Answered
        ? [.. Ways.Where(w => Debate.Uses(w.Method)).Select(w => (w.Method, $"{Path}/{w.Page}", Debate.Stage == DebateStage.Open && Debate.Phases.Any(p => p.Method == w.Method && p.HoldsOn(Today)))).OrderByDescending(d => d.Item3)] : [];

    private static readonly (DebateMethod Method, string Page)[] Ways = [(DebateMethod.Moving, "salle"), (DebateMethod.Opinions, "avis"), (DebateMethod.Circle, "cercle")];

    /// <summary>First and last day of the whole, and where each phase and today stand between, in hundredths.</summary>
    public (LocalDate From, LocalDate To)? Span => Debate.Phases.Count == 0 ? null : (Debate.Phases.Min(p => p.Start), Debate.Phases.Max(p => p.End));

    public double At(LocalDate day) => Span is not { } span ? 0 : Math.Clamp(100.0 * Period.DaysBetween(span.From, day) / Math.Max(1, Period.DaysBetween(span.From, span.To) + 1), 0, 100);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        await Load(stop);
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(string slug, CancellationToken stop) => Decide(slug, () => frame.Accept(Debate.Id, Version, Actor, stop), "debates.accepted", stop);

    public Task<IActionResult> OnPostDeclineAsync(string slug, CancellationToken stop) => Decide(slug, async () => Warned(("debates.reason", Reason)) ? PeopleWarning.Refusal : await frame.Decline(new(Debate.Id, Version, Reason), Actor, stop), "debates.declined", stop);

    public Task<IActionResult> OnPostOpenAsync(string slug, CancellationToken stop) => Decide(slug, () => frame.Open(Debate.Id, Version, Actor, stop), "debates.opened", stop);

    private async Task<IActionResult> Decide(string slug, Func<Task<Outcome>> act, string said, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRun) return Forbidden();
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect(Path);
        }

        await Reload(stop);
        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        Territory = await Db.Set<Territory>().Where(t => t.Id == Debate.TerritoryId).Select(t => t.Name).FirstAsync(stop);
        About = Debate.AboutId is { } id ? await Db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) : null;
        Lacking = Debate.Stage is DebateStage.Proposed or DebateStage.Framing ? [.. Debate.Lacks(Today)] : [];
    }
}
