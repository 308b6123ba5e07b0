using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Deliberate.Panels;

/// <summary>Who answered what, who may not sit and why, and whether a panel can be drawn now. For those who keep the convention.</summary>
public sealed class PoolPage(TrameDb db, AnswerLetter answer, CheckQuotas check, CommitDraw commit) : ConventionPage(db)
{
    [BindProperty] public Guid PersonId { get; set; }
    [BindProperty] public int PersonVersion { get; set; }
    [BindProperty] public string Exclusion { get; set; } = "";
    [BindProperty] public string Note { get; set; } = "";

    public IReadOnlyList<PanelPerson> All { get; private set; } = [];

    public IReadOnlyList<(PanelValue Value, int There)> Values { get; private set; } = [];

    public CheckQuotas.Verdict Verdict { get; private set; } = new(false, [], 0);

    public string Seek { get; private set; } = "";

    public string Which { get; private set; } = "";

    public const int MostShown = 60;

    public IEnumerable<PanelPerson> Found => All.Where(p => (Which.Length == 0 || EnumWords.Write(p.State) == Which) && (Seek.Length == 0 || $"{p.Ticket} {p.LastName} {p.FirstName}".Contains(Seek, StringComparison.CurrentCultureIgnoreCase)));

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "q")] string? seek, [FromQuery(Name = "etat")] string? which, CancellationToken stop)
    {
        if (await FindToKeep(slug, stop) is { } elsewhere) return elsewhere;
        (Seek, Which) = ((seek ?? "").Trim(), which ?? (string.IsNullOrWhiteSpace(seek) ? "accepted" : ""));
        await Load(stop);
        return Page();
    }

    public Task<IActionResult> OnPostJudgeAsync(string slug, CancellationToken stop) => Answer(slug, async () => Warned(("convention.exclude.note", Note)) ? PeopleWarning.Refusal : await answer.Judge(new(PersonId, PersonVersion, Exclusion, Note), Actor, stop), "convention.saved", "vivier", stop);

    public Task<IActionResult> OnPostCommitAsync(string slug, CancellationToken stop) => Answer(slug, () => commit.Handle(Convention.Id, Version, Actor, stop), "convention.committed", "tirage", stop);

    private async Task<IActionResult> Answer(string slug, Func<Task<Outcome>> act, string said, string next, CancellationToken stop)
    {
        if (await FindToKeep(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect($"{Path}/{next}");
        }

        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        All = await People(stop);
        var pool = PanelPool.Of(All);
        Values = [.. PanelPool.Count(Convention, pool)];
        if (Convention.Stage == ConventionStage.Open) Verdict = await check.Handle(Convention, pool, stop);
    }
}
