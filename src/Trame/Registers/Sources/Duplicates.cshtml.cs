using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Registers.Sources;

/// <summary>Quelles fiches sont peut-être là deux fois ? Each pair with what makes it likely; one compares and merges, or says that they are two.</summary>
public sealed class DuplicatesPage(TrameDb db, FindPairs pairs, TellApart tellApart, CommuneChoices communes) : TramePage
{
    [BindProperty(SupportsGet = true)] public string Commune { get; set; } = "";

    [BindProperty] public Guid One { get; set; }

    [BindProperty] public Guid Other { get; set; }

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    /// <summary>Too many places to compare them all.</summary>
    public bool MustChoose { get; private set; }

    public IReadOnlyList<FindPairs.Pair> Pairs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(OccasionActs.Merge)) return Forbidden();
        return await Load(stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!May(OccasionActs.Merge)) return Forbidden();
        var outcome = await tellApart.Handle(new(One, Other), Actor, stop);
        if (!outcome.Accepted) return await Load(stop) ? Refused(outcome) : NotFound();
        Tell("sources.pairs.told");
        return Redirect($"{Request.PathBase}/bureau/doublons{(Commune.Length > 0 ? $"?commune={Uri.EscapeDataString(Commune)}" : "")}");
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        Communes = await communes.Handle(stop) is { Count: > 1 } names ? [new(Texts.Get("sources.pairs.everywhere"), ""), .. names.Select(c => new SelectListItem(c.Name, c.Slug))] : [];
        Guid? commune = null;
        if (Commune.Length > 0 && (commune = await db.Set<Territory>().Where(t => t.Slug == Commune).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(stop)) is null) return false;
        MustChoose = commune is null && await pairs.IsTooMany(stop);
        if (!MustChoose) Pairs = await pairs.Handle(commune, stop);
        return true;
    }
}
