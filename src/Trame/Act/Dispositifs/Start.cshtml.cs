using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Act.Dispositifs;

/// <summary>« Commencer ici »: a name, a territory, a day; all three already filled in.</summary>
public sealed class StartPage(TrameDb db, DispositifShelf shelf, FindTerritories territories, StartDispositif start) : TramePage
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Territory { get; set; } = "";

    [BindProperty] public string Day { get; set; } = "";

    public Dispositif It { get; private set; } = null!; // found by every handler, or 404

    public IReadOnlyList<SelectListItem> Territories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken stop)
    {
        if (await Load(key, stop) is { } refused) return refused;
        Day = LocalDatePattern.Iso.Format(SpaceCalendar.Of(Here.Settings).Today(db.Now));
        Name = $"{It.Name}, {Here.Space.Name}"[..Math.Min(DispositifRun.NameLength, $"{It.Name}, {Here.Space.Name}".Length)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken stop)
    {
        if (await Load(key, stop) is { } refused) return refused;
        if (Warned(("dispositifs.name", Name))) return Refused(PeopleWarning.Refusal);
        if (LocalDatePattern.Iso.Parse(Day) is not { Success: true } day) return Refused(new Refusal("occasions.field.date", "Day", Day));
        var outcome = await start.Handle(new(key, Name, Territory, day.Value, Channel.Online), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell("dispositifs.started");
        return Redirect($"{Request.PathBase}/dispositifs/en-cours/{outcome.Value.Slug}");
    }

    private async Task<IActionResult?> Load(string key, CancellationToken stop)
    {
        if (shelf.Named(key) is not { } found) return NotFound();
        if (!May(DispositifActs.Start)) return Forbidden();
        It = found;
        var tree = await territories.Tree(stop);
        Territories = [.. tree.All.Where(t => t.Kind is TerritoryKind.Commune or TerritoryKind.Neighbourhood).OrderBy(t => t.Slug, StringComparer.Ordinal).Take(500).Select(t => new SelectListItem(t.Name, t.Slug)).Prepend(new(tree.About?.Name ?? "", ""))];
        return null;
    }
}
