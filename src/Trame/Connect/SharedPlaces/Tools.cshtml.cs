using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Connect.SharedPlaces;

/// <summary>What a place lends, how many are left, and, for hosts, who has what and until when.</summary>
public sealed class ToolsPage(TrameDb db, KeepPlace keep) : PlacePage(db)
{
    [BindProperty] public Guid Id { get; set; }

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Stock { get; set; } = "1";

    [BindProperty] public string Deposit { get; set; } = "";

    [BindProperty] public string Reach { get; set; } = "";

    [BindProperty] public string Days { get; set; } = "7";

    [BindProperty] public bool Broken { get; set; }

    public IReadOnlyList<SharedTool> Tools { get; private set; } = [];

    public IReadOnlyList<ToolLoan> Loans { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        await Load(stop);
        return Page();
    }

    public Task<IActionResult> OnPostAddAsync(string slug, CancellationToken stop) => Do(slug, () => keep.Handle(new KeepPlace.Tool(Occasion.Id, Name, Whole(Stock), Deposit), Actor, stop), stop);

    public Task<IActionResult> OnPostLendAsync(string slug, CancellationToken stop) => Do(slug, () => keep.Handle(new KeepPlace.Loan(Id, Name, Reach, Whole(Days)), Actor, stop), stop);

    public Task<IActionResult> OnPostReturnAsync(string slug, CancellationToken stop) => Do(slug, () => keep.Handle(new KeepPlace.Return(Id, Broken), Actor, stop), stop);

    private Task<IActionResult> Do(string slug, Func<Task<Outcome>> act, CancellationToken stop) => Did(slug, "needs.saved", "outils", act, () => Load(stop), stop);

    private async Task Load(CancellationToken stop)
    {
        Tools = await Db.Set<SharedTool>().AsNoTracking().Where(t => t.PlaceId == Occasion.Id).OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(stop);
        if (!MayHost) return;
        var ids = Tools.Select(t => t.Id).ToList();
        Loans = await Db.Set<ToolLoan>().AsNoTracking().Where(l => ids.Contains(l.ToolId) && l.ReturnedOn == null).OrderBy(l => l.DueOn).ToListAsync(stop);
    }
}
