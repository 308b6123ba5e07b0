using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>The team's page: what is looked for, who promised and what came, the notebook, the ties. The only page that shows who promised.</summary>
public sealed class TeamPage(TrameDb db, KeepWant keepWant, ReceiveContribution receive, WithdrawContribution withdraw, KeepNotebook notebook, TieProject tie, FindTies ties) : OccasionPage(db)
{
    private const int MostShown = 500;

    [BindProperty] public Guid? WantId { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Kind { get; set; } = "hands";

    [BindProperty] public string What { get; set; } = "";

    [BindProperty] public string Quantity { get; set; } = "";

    [BindProperty] public bool Removed { get; set; }

    [BindProperty] public Guid ContributionId { get; set; }

    [BindProperty] public string Given { get; set; } = "";

    [BindProperty] public string LineKind { get; set; } = "task";

    [BindProperty] public string LineWhat { get; set; } = "";

    [BindProperty] public string LineDay { get; set; } = "";

    [BindProperty] public string LineAmount { get; set; } = "";

    [BindProperty] public Guid LineId { get; set; }

    [BindProperty] public string Change { get; set; } = "";

    [BindProperty] public string TieKind { get; set; } = "place";

    [BindProperty] public string Target { get; set; } = "";

    [BindProperty] public Guid TargetId { get; set; }

    /// <summary>Which form was sent: the warning about people stands in that one.</summary>
    public string Sent { get; private set; } = "";

    public Project Project => (Project)Occasion;

    public IReadOnlyList<Want> Wants { get; private set; } = [];

    public IReadOnlyList<(Contribution, Want)> Contributions { get; private set; } = [];

    public IReadOnlyList<ProjectTie> Ties { get; private set; } = [];

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        await Load(stop);
        return Page();
    }

    public Task<IActionResult> OnPostWantAsync(string slug, CancellationToken stop) => Answer(slug, "want", "besoins", async () =>
        !EnumWords.TryRead<WantKind>(Kind, out var kind) ? new Refusal("projects.step.unknown", "Kind")
        : Warned(("projects.want.what", What)) ? PeopleWarning.Refusal
        : await keepWant.Handle(new(Occasion.Id, WantId, Version, kind, What, Quantity, Removed), Actor, stop), stop);

    public Task<IActionResult> OnPostGiveAsync(string slug, CancellationToken stop) => Answer(slug, "give", "promesses", () => receive.Handle(new(ContributionId, Version, Given, Spoken()), Actor, stop), stop);

    public Task<IActionResult> OnPostWithdrawAsync(string slug, CancellationToken stop) => Answer(slug, "give", "promesses", () => withdraw.Handle(ContributionId, Actor, stop), stop);

    public Task<IActionResult> OnPostLineAsync(string slug, CancellationToken stop) => Answer(slug, "line", "carnet", async () =>
        !EnumWords.TryRead<LineKind>(LineKind, out var kind) ? new Refusal("projects.step.unknown", "LineKind")
        : Warned(("projects.line.what", LineWhat)) ? PeopleWarning.Refusal
        : await notebook.Handle(new KeepNotebook.Request(Occasion.Id, Version, kind, LineWhat, LineDay, LineAmount), Actor, stop), stop);

    public Task<IActionResult> OnPostTickAsync(string slug, CancellationToken stop) => Answer(slug, "tick", "carnet", () => notebook.Handle(new KeepNotebook.Tick(Occasion.Id, Version, LineId, Change), Actor, stop), stop);

    public Task<IActionResult> OnPostTieAsync(string slug, CancellationToken stop) => Answer(slug, "tie", "liens", async () =>
        EnumWords.TryRead<LinkKind>(TieKind, out var kind) ? await tie.Handle(new(Occasion.Id, kind, Target), Actor, stop) : new Refusal("projects.step.unknown", "TieKind"), stop);

    public Task<IActionResult> OnPostUntieAsync(string slug, CancellationToken stop) => Answer(slug, "tie", "liens", () => tie.Undo(Occasion.Id, TargetId, Actor, stop), stop);

    private async Task<IActionResult> Answer(string slug, string sent, string anchor, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        Sent = sent;
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell("projects.team.saved");
            return Redirect($"{ShowPath}/equipe#{anchor}");
        }

        await Reload(stop);
        await Load(stop);
        return Refused(outcome);
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await Find("projets", slug, stop) is { } elsewhere) return elsewhere;
        return Rights.May(Actor, ProjectActs.Run, Occasion) ? null : Forbidden();
    }

    private async Task Load(CancellationToken stop)
    {
        var id = Occasion.Id;
        Wants = await Db.Set<Want>().AsNoTracking().Where(w => w.ProjectId == id).OrderBy(w => w.Id).ToListAsync(stop);
        var promised = await Db.Set<Contribution>().AsNoTracking().Where(c => Db.Set<Want>().Any(w => w.Id == c.WantId && w.ProjectId == id))
            .OrderBy(c => c.WithdrawnAt != null).ThenBy(c => c.GivenAt != null).ThenBy(c => c.PledgedAt).ThenBy(c => c.Id).Take(MostShown).ToListAsync(stop);
        var byId = Wants.ToDictionary(w => w.Id);
        Contributions = [.. promised.Select(c => (c, byId[c.WantId]))];
        Ties = await ties.Of(id, stop);
    }
}
