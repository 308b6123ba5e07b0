using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.Resources;

/// <summary>What is offered, for those who take care of it; what somebody found wrong comes first, and waits for an answer with its reasons.</summary>
public sealed class DeskPage(TrameDb db, HelpKinds kinds, WithdrawResource withdraw, TellConcern concern) : TramePage
{
    public const int Shown = 40;

    [BindProperty] public Guid Id { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Answer { get; set; } = "";

    [BindProperty] public string Right { get; set; } = "";

    public string Kind { get; private set; } = "";

    public IReadOnlyList<(Resource Resource, string Commune)> Resources { get; private set; } = [];

    public IReadOnlyList<(Concern Concern, Resource? About)> Concerns { get; private set; } = [];

    public IReadOnlyDictionary<string, HelpKind> Kinds { get; private set; } = new Dictionary<string, HelpKind>();

    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? sorte, CancellationToken stop)
    {
        Kind = sorte ?? "";
        return await Load(stop) ?? Page();
    }

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken stop) => Did(() => withdraw.Handle(new(Id, Version, Channel.Counter), Actor, stop), stop);

    public Task<IActionResult> OnPostJudgeAsync(CancellationToken stop) => Did(async () =>
        Warned(("resources.concern.answer", Answer)) ? PeopleWarning.Refusal : await concern.Handle(new TellConcern.Judgement(Id, Version, Right == "yes", Answer), Actor, stop), stop);

    private async Task<IActionResult> Did(Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (!May(ResourceActs.CareFor)) return Forbidden();
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell("needs.saved");
            return Redirect($"{Request.PathBase}/relier/offres");
        }

        db.ChangeTracker.Clear();
        return await Load(stop) ?? Refused(outcome);
    }

    private async Task<IActionResult?> Load(CancellationToken stop)
    {
        if (!May(ResourceActs.CareFor)) return Forbidden();
        Kinds = (await kinds.All(stop)).ToDictionary(k => k.Key);
        var all = May(NeedActs.SeeAll);
        var found = db.Set<Resource>().AsNoTracking().Where(r => (r.Status == EntryStatus.Open || r.Status == EntryStatus.Frozen) && (all || r.SeenBy == WhoSees.Team));
        Total = await found.CountAsync(stop);
        var rows = await found.Join(db.Set<Territory>().IgnoreAutoIncludes(), r => r.TerritoryId, t => t.Id, (r, t) => new { r, t.Name }).OrderByDescending(x => x.r.SaidAt).ThenBy(x => x.r.Id).ToListAsync(stop);
        Resources = [.. rows.Where(x => Kind.Length == 0 || x.r.Kinds.Contains(Kind)).Take(Shown).Select(x => (x.r, x.Name))];
        var waiting = await db.Set<Concern>().AsNoTracking().Where(c => c.AnsweredAt == null).OrderBy(c => c.ToldAt).Take(Shown).ToListAsync(stop);
        var about = waiting.Select(c => c.ResourceId).OfType<Guid>().ToList();
        var byId = await db.Set<Resource>().AsNoTracking().Where(r => about.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);
        Concerns = [.. waiting.Select(c => (c, c.ResourceId is { } id ? byId.GetValueOrDefault(id) : null))];
        return null;
    }
}
