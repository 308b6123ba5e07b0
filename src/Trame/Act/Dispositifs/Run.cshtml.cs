using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Act.Dispositifs;

/// <summary>Où en est-on, qu'est-ce qui est en retard, et qu'est-ce que nos règles interdisent encore ?</summary>
public sealed class RunPage(TrameDb db, RecordDispositif record, AdvanceDispositif advance, FindTies ties) : TramePage
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public Dictionary<string, string?> Documents { get; set; } = [];

    [BindProperty] public Dictionary<string, string?> Seats { get; set; } = [];

    [BindProperty] public Dictionary<string, string?> Amounts { get; set; } = [];

    [BindProperty] public string Step { get; set; } = "";

    [BindProperty] public string Note { get; set; } = "";

    public DispositifRun Run { get; private set; } = null!; // found by every handler, or 404

    public RunState State { get; private set; } = null!;

    public string TerritoryName { get; private set; } = "";

    /// <summary>The projects that are part of it.</summary>
    public IReadOnlyList<ProjectTie> Ties { get; private set; } = [];

    public IReadOnlyList<StepView> Steps => [.. State.Rules.Phases.Select((p, n) => new StepView(p.Name, Run.EndedOn is not null && !Run.Stopped || n < State.Number ? StepState.Done : n == State.Number ? StepState.Current : StepState.ToCome))];

    public IReadOnlyList<RunStep> Possible => [RunStep.Next, .. State.MayExtend ? (RunStep[])[RunStep.Longer] : [], RunStep.Stop];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await Load(slug, stop)) return NotFound();
        Version = Run.Version;
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostRecordAsync(string slug, CancellationToken stop)
    {
        if (!await Load(slug, stop)) return NotFound();
        if (!May(DispositifActs.Record)) return Forbidden();
        return await Answer(await record.Handle(new(Run.Id, Version, Typed(Documents), Typed(Seats), Typed(Amounts)), Actor, stop), "dispositifs.recorded", slug, stop);
    }

    public async Task<IActionResult> OnPostAdvanceAsync(string slug, CancellationToken stop)
    {
        if (!await Load(slug, stop)) return NotFound();
        if (!May(DispositifActs.Advance)) return Forbidden();
        var outcome = Warned(("dispositifs.note", Note)) ? PeopleWarning.Refusal
            : EnumWords.TryRead<RunStep>(Step, out var step) ? await advance.Handle(new(Run.Id, Version, step, Note, Channel.Online), Actor, stop)
            : new Refusal("dispositifs.step.unknown", "Step");
        if (!outcome.Accepted) Fill();
        return await Answer(outcome, "dispositifs.advanced", slug, stop);
    }

    private async Task<IActionResult> Answer(Outcome outcome, string told, string slug, CancellationToken stop)
    {
        if (outcome.Accepted)
        {
            Tell(told);
            return Redirect($"{Request.PathBase}/dispositifs/en-cours/{slug}");
        }

        db.ChangeTracker.Clear();
        await Load(slug, stop);
        Complete();
        if (outcome.Refusals.Contains(Refusal.Conflict))
        {
            Version = Run.Version; // the page shows where the run is now; the next answer is against that
            ModelState.Remove(nameof(Version));
        }

        return Refused(outcome);
    }

    // What is known, in the boxes.
    private void Fill()
    {
        Documents = Run.Documents.ToDictionary(d => d.Key, d => (string?)d.Value);
        Seats = Run.Seats.ToDictionary(s => s.Key, s => (string?)s.Value.ToString(CultureInfo.InvariantCulture));
        Amounts = Run.Amounts.ToDictionary(a => a.Key, a => (string?)a.Value.ToString("0.##", CultureInfo.CurrentUICulture));
        Complete();
    }

    // A box for each thing the rules name, and for nothing else.
    private void Complete()
    {
        Documents = State.Rules.Documents.ToDictionary(d => d.Key, d => Documents.GetValueOrDefault(d.Key));
        Seats = State.Rules.Bodies.SelectMany(b => b.Seats.Select(s => $"{b.Key}.{s.Key}")).ToDictionary(k => k, k => Seats.GetValueOrDefault(k));
        Amounts = State.Rules.Amounts.ToDictionary(a => a.Key, a => Amounts.GetValueOrDefault(a.Key));
    }

    private static Dictionary<string, string> Typed(Dictionary<string, string?> boxes) => boxes.ToDictionary(b => b.Key, b => b.Value ?? "");

    private async Task<bool> Load(string slug, CancellationToken stop)
    {
        if (await db.Set<DispositifRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Slug == slug, stop) is not { } run) return false;
        Run = run;
        State = new RunState(run, SpaceCalendar.Of(Here.Settings).Today(db.Now));
        TerritoryName = await db.Set<Territory>().Where(t => t.Id == run.TerritoryId).Select(t => t.Name).FirstOrDefaultAsync(stop) ?? "";
        Ties = await ties.Of(run.Id, stop);
        return true;
    }
}
