using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.Needs;

/// <summary>One request, for those who take care of it: how to reach the person, what was tried, what became of it.</summary>
public sealed class ShowPage(TrameDb db, HelpKinds kinds, CareForNeed care) : TramePage
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Way { get; set; } = "";

    [BindProperty] public string Result { get; set; } = "";

    [BindProperty] public string Kind { get; set; } = "";

    [BindProperty] public string Channel { get; set; } = "counter";

    [BindProperty] public string End { get; set; } = "";

    public Need Need { get; private set; } = null!; // found by every handler, or 404

    public string Commune { get; private set; } = "";

    public IReadOnlyList<HelpKind> Kinds { get; private set; } = [];

    public string KindName => Kinds.FirstOrDefault(k => k.Key == Need.Kind)?.Name ?? Need.Kind;

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public IEnumerable<SelectListItem> KindOptions => Kinds.Where(k => !k.IsRetired).Select(k => new SelectListItem(k.Name, k.Key, k.Key == Need.Kind));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Load(id, stop) ?? Page();

    public Task<IActionResult> OnPostTryAsync(Guid id, CancellationToken stop) => Answer(id, async () =>
        EnumWords.TryRead<ContactWay>(Way, out var way) && EnumWords.TryRead<TryResult>(Result, out var result) ? await care.Handle(new CareForNeed.Try(id, Version, way, result), Actor, stop) : new Refusal("needs.try.wrong", "Result"), stop);

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken stop) => Answer(id, () => care.Handle(new CareForNeed.Confirmation(id, Version, Kind, Spoken()), Actor, stop), stop);

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop) => Answer(id, () => care.Handle(new CareForNeed.Ending(id, Version, End == "answered", Spoken()), Actor, stop), stop);

    private Channel Spoken() => EnumWords.TryRead<Channel>(Channel, out var channel) && channel != Foundation.Facts.Channel.Import ? channel : Foundation.Facts.Channel.Counter;

    private async Task<IActionResult> Answer(Guid id, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Load(id, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            await Load(id, stop);
            ModelState.Remove(nameof(Version));
            return Refused(outcome);
        }

        Tell("needs.saved");
        return Redirect($"{Request.PathBase}/relier/demandes/{id}");
    }

    private async Task<IActionResult?> Load(Guid id, CancellationToken stop)
    {
        if (!May(NeedActs.CareFor)) return Forbidden();
        if (await db.Set<Need>().AsNoTracking().FirstOrDefaultAsync(n => n.Id == id, stop) is not { } need) return NotFound();
        if (need.SeenBy == WhoSees.Coordinator && !May(NeedActs.SeeAll)) return Forbidden();
        Need = need;
        Kinds = await kinds.All(stop);
        Commune = await db.Set<Territory>().IgnoreAutoIncludes().Where(t => t.Id == need.TerritoryId).Select(t => t.Name).FirstAsync(stop);
        return null;
    }
}
