using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>What became of a proposal, for whoever has its code.</summary>
public sealed class ProposedPage(TrameDb db, FieldNames names) : TramePage
{
    public Proposal Proposal { get; private set; } = null!; // found by the handler, or 404

    public Occasion? Occasion { get; private set; }

    public IReadOnlyList<ProposedField> Fields { get; private set; } = [];

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        code = code.Trim().ToUpperInvariant(); // read on a sheet, typed by hand
        if (await db.Set<Proposal>().AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, stop) is not { } proposal) return NotFound();
        Proposal = proposal;
        Occasion = proposal.OccasionId is { } id ? await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) : null;
        Fields = await names.Of(proposal, null, stop);
        return Page();
    }
}
