using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.Dispositifs;

/// <summary>Comment marche ce dispositif ?</summary>
public sealed class SheetPage(TrameDb db, DispositifShelf shelf) : TramePage
{
    public Dispositif It { get; private set; } = null!; // found by the handler, or 404

    public IReadOnlyList<DispositifRun> Runs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken stop)
    {
        if (shelf.Named(key) is not { } found) return NotFound();
        It = found;
        Runs = await db.Set<DispositifRun>().AsNoTracking().Where(r => r.Key == key).OrderBy(r => r.Slug).Take(100).ToListAsync(stop);
        return Page();
    }
}
