using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Debates;

/// <summary>What became of a proposal, for whoever holds its code: a human reads it, and says what is done with it.</summary>
public sealed class FollowPage(TrameDb db) : TramePage
{
    public Debate Debate { get; private set; } = null!; // found, or 404

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await db.Set<Debate>().AsNoTracking().FirstOrDefaultAsync(d => d.Code == code, stop) is not { } debate) return NotFound();
        Debate = debate;
        return Page();
    }
}
