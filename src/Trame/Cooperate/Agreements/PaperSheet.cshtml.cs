using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Cooperate.Agreements;

/// <summary>The text on paper, with its fingerprint and two boxes: the one offered if there is one, else the one in force, else the draft without boxes.</summary>
public sealed class PaperSheetPage(TrameDb db, ReadContract read) : ContractPage(db, read)
{
    public ContractVersion? Version => State.Offered ?? State.InForce;

    public string Text => Version?.Text ?? CanonicalText.Of(Contract.Name, 0, Sides[Side.First].Name, Sides[Side.Second].Name, Contract.Draft);

    public string Address => $"{Request.Scheme}://{Request.Host}{Path}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();
}
