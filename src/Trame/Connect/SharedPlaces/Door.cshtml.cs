using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Connect.SharedPlaces;

/// <summary>« Je suis là » : the square at the door. One more, and what one is willing to say; nobody is named, nothing is kept on the phone.</summary>
[EnableRateLimiting(RateLimits.Live)]
public sealed class DoorPage(TrameDb db, RunOpenings openings) : TramePage
{
    [BindProperty] public List<string> Said { get; set; } = [];

    [BindProperty] public string Age { get; set; } = "";

    public Occasion Place { get; private set; } = null!; // found by every handler, or 404

    public bool Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string door, bool merci, CancellationToken stop)
    {
        Done = merci;
        return await Load(door, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string door, CancellationToken stop)
    {
        if (!await Load(door, stop)) return NotFound();
        var outcome = await openings.Handle(new RunOpenings.Tap(door, Said, Age), Actor, stop);
        return outcome.Accepted ? Redirect($"{Request.PathBase}/je-suis-la/{door}?merci=true") : Refused(outcome);
    }

    private async Task<bool> Load(string door, CancellationToken stop)
    {
        var code = door.Trim().ToUpperInvariant();
        if (await db.Set<Opening>().AsNoTracking().FirstOrDefaultAsync(s => s.DoorCode == code, stop) is not { } opening) return false;
        Place = await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == opening.PlaceId, stop);
        return true;
    }
}
